import assert from "node:assert/strict";
import { test } from "node:test";
import * as cdk from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { OracleToAnAthenaLakeStack } from "../lib/oracle-to-an-athena-lake-stack";

test("the stack synthesizes", () => {
  const app = new cdk.App({
    context: { "@aws-cdk/core:validateAgainstDefaultRules": true },
  });
  const stack = new OracleToAnAthenaLakeStack(app, "OracleToAnAthenaLake");
  const { Resources } = Template.fromStack(stack).toJSON();
  assert.ok(Object.keys(Resources ?? {}).length > 0);
});
