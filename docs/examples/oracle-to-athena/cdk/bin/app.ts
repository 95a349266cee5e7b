import * as cdk from "aws-cdk-lib";
import { OracleToAnAthenaLakeStack } from "../lib/oracle-to-an-athena-lake-stack";

const app = new cdk.App();

new OracleToAnAthenaLakeStack(app, "OracleToAnAthenaLake", {
  description: "An on-premises Oracle database is replicated with change capture, curated by Glue and queried with Athena.",
  env: { account: process.env.CDK_DEFAULT_ACCOUNT, region: "us-east-1" },
});
