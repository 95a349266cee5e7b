import * as cdk from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kinesis from "aws-cdk-lib/aws-kinesis";
import * as kinesisfirehose from "aws-cdk-lib/aws-kinesisfirehose";
import * as logs from "aws-cdk-lib/aws-logs";
import * as redshift from "aws-cdk-lib/aws-redshift";
import * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

// Clickstream to lake and warehouse: Website clicks are buffered in a stream, archived in S3 and
// loaded into Redshift through an S3 staging bucket.
export class ClickstreamToLakeAndWarehouseStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    const vpcId = new cdk.CfnParameter(this, "VpcId", {
      type: "String",
      description: "Id of the VPC in which resources with network interfaces are placed.",
      allowedPattern: "^vpc-[0-9a-f]+$",
      constraintDescription: "A VPC id looks like vpc-0123456789abcdef0.",
    });

    const vpcCidr = new cdk.CfnParameter(this, "VpcCidr", {
      type: "String",
      description: "IPv4 range of that VPC; databases and file systems accept connections from it only.",
      default: "10.0.0.0/16",
      allowedPattern: "^[0-9.]+/[0-9]+$",
      constraintDescription: "An IPv4 range looks like 10.0.0.0/16.",
    });

    const publicSubnetIds = new cdk.CfnParameter(this, "PublicSubnetIds", {
      type: "CommaDelimitedList",
      description: "Ids of public subnets of the VPC, in at least two Availability Zones.",
    });

    // Clicks: Amazon Kinesis Data Streams
    const clicks = new kinesis.CfnStream(this, "Clicks", {
      name: "clickstream-to-lake-and-warehouse-clicks",
      streamModeDetails: { streamMode: "PROVISIONED" },
      shardCount: 4,
      retentionPeriodHours: 48,
      streamEncryption: { encryptionType: "KMS", keyId: "alias/aws/kinesis" },
    });
    clicks.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);

    // Website: Producer with an AWS SDK
    const webRole = new iam.Role(this, "WebRole", {
      assumedBy: new iam.ServicePrincipal("ec2.amazonaws.com"),
    });

    const webPolicy = new iam.Policy(this, "WebPolicy", {
      roles: [webRole],
      statements: [
        new iam.PolicyStatement({
          actions: ["kinesis:PutRecord", "kinesis:PutRecords"],
          resources: [clicks.attrArn],
        }),
      ],
    });

    const webInstanceProfile = new iam.CfnInstanceProfile(this, "WebInstanceProfile", {
      roles: [webRole.roleName],
    });
    webInstanceProfile.node.addDependency(webPolicy);

    // Click lake: Amazon S3
    const lake = new s3.CfnBucket(this, "Lake", {
      bucketName: `clickstream-to-lake-and-ware-g9rgvl-${cdk.Aws.ACCOUNT_ID}-${cdk.Aws.REGION}`,
      ownershipControls: { rules: [{ objectOwnership: "BucketOwnerEnforced" }] },
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      versioningConfiguration: { status: "Enabled" },
      bucketEncryption: {
        serverSideEncryptionConfiguration: [
          { serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        ],
      },
      lifecycleConfiguration: {
        rules: [
          { id: "rule-1", status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 90 } },
          {
            id: "unfinished-uploads",
            status: "Enabled",
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
    });
    lake.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);

    new s3.CfnBucketPolicy(this, "LakePolicy", {
      bucket: lake.ref,
      policyDocument: new iam.PolicyDocument({
        statements: [
          // A deny of everything that comes without TLS.
          new iam.PolicyStatement({
            sid: "DenyPlainHttp",
            effect: iam.Effect.DENY,
            principals: [new iam.StarPrincipal()],
            actions: ["s3:*"],
            resources: [lake.attrArn, `${lake.attrArn}/*`],
            conditions: { Bool: { "aws:SecureTransport": "false" } },
          }),
        ],
      }),
    });

    // Archive: Amazon Data Firehose
    const archiveLogs = new logs.CfnLogGroup(this, "ArchiveLogs", {
      logGroupName: "/aws/kinesisfirehose/clickstream-to-lake-and-warehouse-archive",
      retentionInDays: 30,
    });

    const archiveLogStream = new logs.CfnLogStream(this, "ArchiveLogStream", {
      logGroupName: archiveLogs.ref,
      logStreamName: "delivery",
    });

    const archiveRole = new iam.Role(this, "ArchiveRole", {
      assumedBy: new iam.ServicePrincipal("firehose.amazonaws.com"),
    });

    const archivePolicy = new iam.Policy(this, "ArchivePolicy", {
      roles: [archiveRole],
      statements: [
        new iam.PolicyStatement({
          sid: "WriteErrorLog",
          actions: ["logs:PutLogEvents"],
          resources: [
            `arn:${cdk.Aws.PARTITION}:logs:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:log-group:${archiveLogs.ref}:log-stream:*`,
          ],
        }),
        new iam.PolicyStatement({
          actions: [
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:ListShards",
            "kinesis:GetShardIterator",
            "kinesis:GetRecords",
          ],
          resources: [clicks.attrArn],
        }),
        new iam.PolicyStatement({
          actions: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
          resources: [`${lake.attrArn}/*`],
        }),
        new iam.PolicyStatement({
          actions: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
          resources: [lake.attrArn],
        }),
      ],
    });

    const archive = new kinesisfirehose.CfnDeliveryStream(this, "Archive", {
      deliveryStreamName: "clickstream-to-lake-and-warehouse-archive",
      deliveryStreamType: "KinesisStreamAsSource",
      kinesisStreamSourceConfiguration: {
        kinesisStreamArn: clicks.attrArn,
        roleArn: archiveRole.roleArn,
      },
      extendedS3DestinationConfiguration: {
        bucketArn: lake.attrArn,
        roleArn: archiveRole.roleArn,
        prefix: "data/!{timestamp:yyyy/MM/dd/HH}/",
        errorOutputPrefix: "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
        customTimeZone: "UTC",
        compressionFormat: "GZIP",
        bufferingHints: { sizeInMBs: 5, intervalInSeconds: 300 },
        processingConfiguration: {
          enabled: true,
          processors: [
            {
              type: "AppendDelimiterToRecord",
              parameters: [{ parameterName: "Delimiter", parameterValue: "\\n" }],
            },
          ],
        },
        s3BackupMode: "Disabled",
        cloudWatchLoggingOptions: {
          enabled: true,
          logGroupName: archiveLogs.ref,
          logStreamName: archiveLogStream.ref,
        },
      },
    });
    archive.node.addDependency(archivePolicy);

    // Staging: Amazon S3
    const staging = new s3.CfnBucket(this, "Staging", {
      bucketName: `clickstream-to-lake-and-ware-sf53vi-${cdk.Aws.ACCOUNT_ID}-${cdk.Aws.REGION}`,
      ownershipControls: { rules: [{ objectOwnership: "BucketOwnerEnforced" }] },
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      versioningConfiguration: { status: "Suspended" },
      bucketEncryption: {
        serverSideEncryptionConfiguration: [
          { serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        ],
      },
      lifecycleConfiguration: {
        rules: [
          { id: "rule-1", status: "Enabled", expirationInDays: 7 },
          {
            id: "unfinished-uploads",
            status: "Enabled",
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
    });
    staging.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);

    new s3.CfnBucketPolicy(this, "StagingPolicy", {
      bucket: staging.ref,
      policyDocument: new iam.PolicyDocument({
        statements: [
          // A deny of everything that comes without TLS.
          new iam.PolicyStatement({
            sid: "DenyPlainHttp",
            effect: iam.Effect.DENY,
            principals: [new iam.StarPrincipal()],
            actions: ["s3:*"],
            resources: [staging.attrArn, `${staging.attrArn}/*`],
            conditions: { Bool: { "aws:SecureTransport": "false" } },
          }),
        ],
      }),
    });

    // Click warehouse: Amazon Redshift
    const warehouseSecurityGroup = new ec2.CfnSecurityGroup(this, "WarehouseSecurityGroup", {
      groupDescription: "Clients of the warehouse clickstream-to-lake-and-warehouse-click-warehouse",
      vpcId: vpcId.valueAsString,
      securityGroupIngress: [
        { ipProtocol: "tcp", fromPort: 5439, toPort: 5439, cidrIp: vpcCidr.valueAsString },
        { ipProtocol: "tcp", fromPort: 5439, toPort: 5439, cidrIp: "52.70.63.192/27" },
      ],
      securityGroupEgress: [{ ipProtocol: "-1", cidrIp: "0.0.0.0/0" }],
    });

    const warehouseSubnets = new redshift.CfnClusterSubnetGroup(this, "WarehouseSubnets", {
      description: "Subnets of clickstream-to-lake-and-warehouse-click-warehouse",
      subnetIds: publicSubnetIds.valueAsList,
    });

    const warehouseParameters = new redshift.CfnClusterParameterGroup(this, "WarehouseParameters", {
      description: "Settings of clickstream-to-lake-and-warehouse-click-warehouse",
      parameterGroupFamily: "redshift-2.0",
      parameters: [
        { parameterName: "require_ssl", parameterValue: "true" },
        { parameterName: "enable_user_activity_logging", parameterValue: "true" },
      ],
    });

    const warehouseRole = new iam.Role(this, "WarehouseRole", {
      assumedBy: new iam.CompositePrincipal(
        new iam.ServicePrincipal("redshift.amazonaws.com"),
        new iam.ServicePrincipal("redshift-serverless.amazonaws.com"),
      ),
    });

    const warehousePolicy = new iam.Policy(this, "WarehousePolicy", {
      roles: [warehouseRole],
      statements: [
        new iam.PolicyStatement({
          actions: ["s3:GetObject"],
          resources: [`${staging.attrArn}/*`],
        }),
        new iam.PolicyStatement({
          actions: ["s3:ListBucket", "s3:GetBucketLocation"],
          resources: [staging.attrArn],
        }),
      ],
    });

    const warehouse = new redshift.CfnCluster(this, "Warehouse", {
      clusterIdentifier: "clickstream-to-lake-and-warehouse-click-warehouse",
      clusterType: "multi-node",
      numberOfNodes: 2,
      nodeType: "ra3.large",
      dbName: "analytics",
      masterUsername: "warehouse_admin",
      manageMasterPassword: true,
      port: 5439,
      publiclyAccessible: true,
      enhancedVpcRouting: true,
      encrypted: true,
      automatedSnapshotRetentionPeriod: 7,
      clusterSubnetGroupName: warehouseSubnets.ref,
      clusterParameterGroupName: warehouseParameters.ref,
      vpcSecurityGroupIds: [warehouseSecurityGroup.attrGroupId],
      iamRoles: [warehouseRole.roleArn],
      loggingProperties: {
        logDestinationType: "cloudwatch",
        logExports: ["connectionlog", "userlog", "useractivitylog"],
      },
    });
    warehouse.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);
    warehouse.node.addDependency(warehousePolicy);

    // Warehouse loader: Amazon Data Firehose
    const loaderLogs = new logs.CfnLogGroup(this, "LoaderLogs", {
      logGroupName: "/aws/kinesisfirehose/clickstream-to-lake-and-warehouse-warehouse-loader",
      retentionInDays: 30,
    });

    const loaderLogStream = new logs.CfnLogStream(this, "LoaderLogStream", {
      logGroupName: loaderLogs.ref,
      logStreamName: "delivery",
    });

    const loaderRole = new iam.Role(this, "LoaderRole", {
      assumedBy: new iam.ServicePrincipal("firehose.amazonaws.com"),
    });

    const loaderPolicy = new iam.Policy(this, "LoaderPolicy", {
      roles: [loaderRole],
      statements: [
        new iam.PolicyStatement({
          sid: "WriteErrorLog",
          actions: ["logs:PutLogEvents"],
          resources: [
            `arn:${cdk.Aws.PARTITION}:logs:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:log-group:${loaderLogs.ref}:log-stream:*`,
          ],
        }),
        new iam.PolicyStatement({
          sid: "ReadDestinationSecret",
          actions: ["secretsmanager:GetSecretValue"],
          resources: [warehouse.attrMasterPasswordSecretArn],
        }),
        new iam.PolicyStatement({
          actions: [
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:ListShards",
            "kinesis:GetShardIterator",
            "kinesis:GetRecords",
          ],
          resources: [clicks.attrArn],
        }),
        new iam.PolicyStatement({
          actions: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
          resources: [`${staging.attrArn}/*`],
        }),
        new iam.PolicyStatement({
          actions: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
          resources: [staging.attrArn],
        }),
      ],
    });

    const loader = new kinesisfirehose.CfnDeliveryStream(this, "Loader", {
      deliveryStreamName: "clickstream-to-lake-and-warehouse-warehouse-loader",
      deliveryStreamType: "KinesisStreamAsSource",
      kinesisStreamSourceConfiguration: {
        kinesisStreamArn: clicks.attrArn,
        roleArn: loaderRole.roleArn,
      },
      redshiftDestinationConfiguration: {
        clusterJdbcurl: `jdbc:redshift://${warehouse.attrEndpointAddress}:5439/analytics`,
        roleArn: loaderRole.roleArn,
        copyCommand: { dataTableName: "clicks", copyOptions: "JSON 'auto' TIMEFORMAT 'auto' GZIP" },
        secretsManagerConfiguration: {
          enabled: true,
          secretArn: warehouse.attrMasterPasswordSecretArn,
          roleArn: loaderRole.roleArn,
        },
        retryOptions: { durationInSeconds: 300 },
        s3Configuration: {
          bucketArn: staging.attrArn,
          roleArn: loaderRole.roleArn,
          prefix: "data/!{timestamp:yyyy/MM/dd/HH}/",
          errorOutputPrefix: "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
          bufferingHints: { sizeInMBs: 5, intervalInSeconds: 300 },
          compressionFormat: "GZIP",
          cloudWatchLoggingOptions: {
            enabled: true,
            logGroupName: loaderLogs.ref,
            logStreamName: loaderLogStream.ref,
          },
        },
        s3BackupMode: "Disabled",
        cloudWatchLoggingOptions: {
          enabled: true,
          logGroupName: loaderLogs.ref,
          logStreamName: loaderLogStream.ref,
        },
      },
    });
    loader.node.addDependency(loaderPolicy);

    new cdk.CfnOutput(this, "ClicksArn", { value: clicks.attrArn });
    new cdk.CfnOutput(this, "ArchiveArn", { value: archive.attrArn });
    new cdk.CfnOutput(this, "LakeArn", { value: lake.attrArn });
    new cdk.CfnOutput(this, "LoaderArn", { value: loader.attrArn });
    new cdk.CfnOutput(this, "StagingArn", { value: staging.attrArn });
    new cdk.CfnOutput(this, "WarehouseArn", {
      value: `arn:${cdk.Aws.PARTITION}:redshift:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:cluster:${warehouse.ref}`,
    });

    cdk.Tags.of(this).add("project", "clickstream");
  }
}
