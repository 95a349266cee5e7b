import * as cdk from "aws-cdk-lib";
import { ClickstreamToLakeAndWarehouseStack } from "../lib/clickstream-to-lake-and-warehouse-stack";

const app = new cdk.App();

new ClickstreamToLakeAndWarehouseStack(app, "ClickstreamToLakeAndWarehouse", {
  description: "Website clicks are buffered in a stream, archived in S3 and loaded into Redshift through an S3 staging bucket.",
  env: { account: process.env.CDK_DEFAULT_ACCOUNT, region: "us-east-1" },
});
