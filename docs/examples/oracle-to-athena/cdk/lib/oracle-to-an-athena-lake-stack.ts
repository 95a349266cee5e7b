import * as cdk from "aws-cdk-lib";
import * as athena from "aws-cdk-lib/aws-athena";
import * as dms from "aws-cdk-lib/aws-dms";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as glue from "aws-cdk-lib/aws-glue";
import * as iam from "aws-cdk-lib/aws-iam";
import * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

// Oracle to an Athena lake: An on-premises Oracle database is replicated with change capture,
// curated by Glue and queried with Athena.
export class OracleToAnAthenaLakeStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    const vpcId = new cdk.CfnParameter(this, "VpcId", {
      type: "String",
      description: "Id of the VPC in which resources with network interfaces are placed.",
      allowedPattern: "^vpc-[0-9a-f]+$",
      constraintDescription: "A VPC id looks like vpc-0123456789abcdef0.",
    });

    const privateSubnetIds = new cdk.CfnParameter(this, "PrivateSubnetIds", {
      type: "CommaDelimitedList",
      description: "Ids of private subnets of that VPC, in at least two Availability Zones.",
    });

    const replicationSourceCertificateArn = new cdk.CfnParameter(this, "ReplicationSourceCertificateArn", {
      type: "String",
      description: "ARN of the certificate authority for the source of oracle-to-an-athena-lake-replication, imported with aws dms import-certificate.",
    });

    const replicationSourceCredentialsArn = new cdk.CfnParameter(this, "ReplicationSourceCredentialsArn", {
      type: "String",
      description: "ARN of a Secrets Manager secret with username, password, host and port for the source of oracle-to-an-athena-lake-replication.",
    });

    // Raw zone: Amazon S3
    const raw = new s3.CfnBucket(this, "Raw", {
      bucketName: `oracle-to-an-athena-lake-raw-zone-${cdk.Aws.ACCOUNT_ID}-${cdk.Aws.REGION}`,
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
    raw.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);

    new s3.CfnBucketPolicy(this, "RawPolicy", {
      bucket: raw.ref,
      policyDocument: new iam.PolicyDocument({
        statements: [
          // A deny of everything that comes without TLS.
          new iam.PolicyStatement({
            sid: "DenyPlainHttp",
            effect: iam.Effect.DENY,
            principals: [new iam.StarPrincipal()],
            actions: ["s3:*"],
            resources: [raw.attrArn, `${raw.attrArn}/*`],
            conditions: { Bool: { "aws:SecureTransport": "false" } },
          }),
        ],
      }),
    });

    // Replication: AWS Database Migration Service
    const replicationSecurityGroup = new ec2.CfnSecurityGroup(this, "ReplicationSecurityGroup", {
      groupDescription: "Replication of oracle-to-an-athena-lake-replication",
      vpcId: vpcId.valueAsString,
      securityGroupEgress: [{ ipProtocol: "-1", cidrIp: "0.0.0.0/0" }],
    });

    const replicationSubnets = new dms.CfnReplicationSubnetGroup(this, "ReplicationSubnets", {
      replicationSubnetGroupIdentifier: "oracle-to-an-athena-lake-replication",
      replicationSubnetGroupDescription: "Subnets of the migration oracle-to-an-athena-lake-replication",
      subnetIds: privateSubnetIds.valueAsList,
    });

    const replicationRole = new iam.Role(this, "ReplicationRole", {
      assumedBy: new iam.CompositePrincipal(
        new iam.ServicePrincipal("dms.amazonaws.com"),
        new iam.ServicePrincipal("dms.us-east-1.amazonaws.com"),
      ),
    });

    const replicationPolicy = new iam.Policy(this, "ReplicationPolicy", {
      roles: [replicationRole],
      statements: [
        new iam.PolicyStatement({
          sid: "ReadEndpointSecrets",
          actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          resources: [replicationSourceCredentialsArn.valueAsString],
        }),
        new iam.PolicyStatement({
          actions: [
            "ec2:CreateNetworkInterface",
            "ec2:CreateNetworkInterfacePermission",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeVpcAttribute",
          ],
          resources: [`arn:${cdk.Aws.PARTITION}:ec2:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:*/*`],
        }),
        // Describing actions have no resource-level permissions.
        new iam.PolicyStatement({
          actions: [
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
          ],
          resources: ["*"],
        }),
        new iam.PolicyStatement({
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
          resources: [`${raw.attrArn}/*`],
        }),
        new iam.PolicyStatement({
          actions: ["s3:ListBucket", "s3:GetBucketLocation"],
          resources: [raw.attrArn],
        }),
      ],
    });

    const replicationSource = new dms.CfnEndpoint(this, "ReplicationSource", {
      endpointIdentifier: "oracle-to-an-athena-lake-replication-source",
      endpointType: "source",
      engineName: "oracle",
      databaseName: "orders",
      sslMode: "verify-ca",
      certificateArn: replicationSourceCertificateArn.valueAsString,
      oracleSettings: {
        secretsManagerSecretId: replicationSourceCredentialsArn.valueAsString,
        secretsManagerAccessRoleArn: replicationRole.roleArn,
      },
    });
    replicationSource.node.addDependency(replicationPolicy);

    const replicationTarget = new dms.CfnEndpoint(this, "ReplicationTarget", {
      endpointIdentifier: "oracle-to-an-athena-lake-replication-target",
      endpointType: "target",
      engineName: "s3",
      s3Settings: {
        bucketName: raw.ref,
        serviceAccessRoleArn: replicationRole.roleArn,
        dataFormat: "parquet",
        parquetVersion: "parquet-2-0",
        compressionType: "gzip",
        addColumnName: true,
        timestampColumnName: "dms_timestamp",
        datePartitionEnabled: true,
        cdcMaxBatchInterval: 60,
        cdcMinFileSize: 32000,
        encryptionMode: "sse-s3",
      },
    });
    replicationTarget.node.addDependency(replicationPolicy);

    const replication = new dms.CfnReplicationConfig(this, "Replication", {
      replicationConfigIdentifier: "oracle-to-an-athena-lake-replication",
      replicationType: "full-load-and-cdc",
      sourceEndpointArn: replicationSource.ref,
      targetEndpointArn: replicationTarget.ref,
      tableMappings: {
        rules: [
          {
            "rule-type": "selection",
            "rule-id": "1",
            "rule-name": "selection-1",
            "object-locator": { "schema-name": "%", "table-name": "%" },
            "rule-action": "include",
          },
        ],
      },
      replicationSettings: {
        TargetMetadata: {
          SupportLobs: true,
          FullLobMode: false,
          LimitedSizeLobMode: true,
          LobMaxSize: 32,
        },
        FullLoadSettings: {
          TargetTablePrepMode: "DROP_AND_CREATE",
          MaxFullLoadSubTasks: 8,
          CommitRate: 10000,
          TransactionConsistencyTimeout: 600,
        },
        Logging: { EnableLogging: true },
        ValidationSettings: { EnableValidation: false },
      },
      computeConfig: {
        minCapacityUnits: 1,
        maxCapacityUnits: 4,
        multiAz: true,
        replicationSubnetGroupId: replicationSubnets.ref,
        vpcSecurityGroupIds: [replicationSecurityGroup.attrGroupId],
      },
    });

    // Curated zone: Amazon S3
    const curated = new s3.CfnBucket(this, "Curated", {
      bucketName: `oracle-to-an-athena-lake-cur-x434s1-${cdk.Aws.ACCOUNT_ID}-${cdk.Aws.REGION}`,
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
    curated.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);

    new s3.CfnBucketPolicy(this, "CuratedPolicy", {
      bucket: curated.ref,
      policyDocument: new iam.PolicyDocument({
        statements: [
          // A deny of everything that comes without TLS.
          new iam.PolicyStatement({
            sid: "DenyPlainHttp",
            effect: iam.Effect.DENY,
            principals: [new iam.StarPrincipal()],
            actions: ["s3:*"],
            resources: [curated.attrArn, `${curated.attrArn}/*`],
            conditions: { Bool: { "aws:SecureTransport": "false" } },
          }),
        ],
      }),
    });

    // Curate: AWS Glue ETL job
    const curateArtifacts = new s3.CfnBucket(this, "CurateArtifacts", {
      bucketEncryption: {
        serverSideEncryptionConfiguration: [
          { serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        ],
      },
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      versioningConfiguration: { status: "Enabled" },
    });
    curateArtifacts.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);

    const curateRole = new iam.Role(this, "CurateRole", {
      assumedBy: new iam.ServicePrincipal("glue.amazonaws.com"),
    });

    const curatePolicy = new iam.Policy(this, "CuratePolicy", {
      roles: [curateRole],
      statements: [
        new iam.PolicyStatement({
          sid: "WriteGlueLogs",
          actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [
            `arn:${cdk.Aws.PARTITION}:logs:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:log-group:/aws-glue/jobs*`,
          ],
        }),
        new iam.PolicyStatement({
          sid: "UseArtifacts",
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"],
          resources: [curateArtifacts.attrArn, `${curateArtifacts.attrArn}/*`],
        }),
        new iam.PolicyStatement({
          actions: ["s3:GetObject"],
          resources: [`${raw.attrArn}/*`],
        }),
        new iam.PolicyStatement({
          actions: ["s3:ListBucket", "s3:GetBucketLocation"],
          resources: [raw.attrArn, curated.attrArn],
        }),
        new iam.PolicyStatement({
          actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
          resources: [`${curated.attrArn}/*`],
        }),
      ],
    });

    const curate = new glue.CfnJob(this, "Curate", {
      name: "oracle-to-an-athena-lake-curate",
      role: curateRole.roleArn,
      command: {
        name: "glueetl",
        scriptLocation: `s3://${curateArtifacts.ref}/script.py`,
        pythonVersion: "3",
      },
      glueVersion: "5.0",
      workerType: "G.1X",
      numberOfWorkers: 2,
      executionClass: "STANDARD",
      executionProperty: { maxConcurrentRuns: 1 },
      jobRunQueuingEnabled: false,
      timeout: 60,
      maxRetries: 1,
      defaultArguments: {
        "--TempDir": `s3://${curateArtifacts.ref}/temporary/`,
        "--job-language": "python",
        "--job-bookmark-option": "job-bookmark-enable",
        "--enable-auto-scaling": "true",
        "--enable-metrics": "true",
        "--enable-continuous-cloudwatch-log": "true",
        "--source_path": `s3://${raw.ref}/`,
        "--target_path": `s3://${curated.ref}/`,
      },
    });
    curate.node.addDependency(curatePolicy);

    new glue.CfnTrigger(this, "CurateSchedule", {
      name: "oracle-to-an-athena-lake-curate-schedule",
      type: "SCHEDULED",
      schedule: "cron(0 * * * ? *)",
      startOnCreation: true,
      actions: [{ jobName: curate.ref }],
    });

    new s3.CfnBucketPolicy(this, "CurateArtifactsPolicy", {
      bucket: curateArtifacts.ref,
      policyDocument: new iam.PolicyDocument({
        statements: [
          // A deny of everything that comes without TLS.
          new iam.PolicyStatement({
            sid: "DenyPlainHttp",
            effect: iam.Effect.DENY,
            principals: [new iam.StarPrincipal()],
            actions: ["s3:*"],
            resources: [curateArtifacts.attrArn, `${curateArtifacts.attrArn}/*`],
            conditions: { Bool: { "aws:SecureTransport": "false" } },
          }),
        ],
      }),
    });

    // ERP catalog: AWS Glue Data Catalog
    const catalog = new glue.CfnDatabase(this, "Catalog", {
      catalogId: cdk.Aws.ACCOUNT_ID,
      databaseInput: { name: "oracle_to_an_athena_lake_erp_catalog" },
    });

    // Curated crawler: AWS Glue crawler
    const crawlerRole = new iam.Role(this, "CrawlerRole", {
      assumedBy: new iam.ServicePrincipal("glue.amazonaws.com"),
    });

    const crawlerPolicy = new iam.Policy(this, "CrawlerPolicy", {
      roles: [crawlerRole],
      statements: [
        new iam.PolicyStatement({
          sid: "WriteGlueLogs",
          actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [
            `arn:${cdk.Aws.PARTITION}:logs:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:log-group:/aws-glue/crawlers*`,
          ],
        }),
        new iam.PolicyStatement({
          actions: ["s3:GetObject"],
          resources: [`${curated.attrArn}/*`],
        }),
        new iam.PolicyStatement({
          actions: ["s3:ListBucket", "s3:GetBucketLocation"],
          resources: [curated.attrArn],
        }),
        new iam.PolicyStatement({
          actions: [
            "glue:GetDatabase",
            "glue:CreateTable",
            "glue:UpdateTable",
            "glue:GetTable",
            "glue:CreatePartition",
            "glue:BatchCreatePartition",
            "glue:UpdatePartition",
            "glue:GetPartitions",
          ],
          resources: [
            `arn:${cdk.Aws.PARTITION}:glue:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:catalog`,
            `arn:${cdk.Aws.PARTITION}:glue:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:database/${catalog.ref}`,
            `arn:${cdk.Aws.PARTITION}:glue:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:table/${catalog.ref}/*`,
          ],
        }),
      ],
    });

    const crawler = new glue.CfnCrawler(this, "Crawler", {
      name: "oracle-to-an-athena-lake-curated-crawler",
      role: crawlerRole.roleArn,
      databaseName: catalog.ref,
      schedule: { scheduleExpression: "cron(0 3 * * ? *)" },
      recrawlPolicy: { recrawlBehavior: "CRAWL_EVERYTHING" },
      schemaChangePolicy: { updateBehavior: "UPDATE_IN_DATABASE", deleteBehavior: "LOG" },
      configuration: JSON.stringify({
        Version: 1,
        Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas" },
        CrawlerOutput: { Partitions: { AddOrUpdateBehavior: "InheritFromTable" } },
      }),
      targets: { s3Targets: [{ path: `s3://${curated.ref}/`, sampleSize: 10 }] },
    });
    crawler.node.addDependency(crawlerPolicy);

    // Analysts: Amazon Athena
    const queries = new athena.CfnWorkGroup(this, "Queries", {
      name: "oracle-to-an-athena-lake-analysts",
      state: "ENABLED",
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: 1073741824000,
        engineVersion: { selectedEngineVersion: "Athena engine version 3" },
        resultConfiguration: {
          outputLocation: `s3://${curated.ref}/athena-results/`,
          encryptionConfiguration: { encryptionOption: "SSE_S3" },
        },
      },
    });

    new cdk.CfnOutput(this, "ReplicationArn", { value: replication.attrReplicationConfigArn });
    new cdk.CfnOutput(this, "RawArn", { value: raw.attrArn });
    new cdk.CfnOutput(this, "CurateArn", {
      value: `arn:${cdk.Aws.PARTITION}:glue:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:job/${curate.ref}`,
    });
    new cdk.CfnOutput(this, "CuratedArn", { value: curated.attrArn });
    new cdk.CfnOutput(this, "CrawlerArn", {
      value: `arn:${cdk.Aws.PARTITION}:glue:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:crawler/${crawler.ref}`,
    });
    new cdk.CfnOutput(this, "CatalogArn", {
      value: `arn:${cdk.Aws.PARTITION}:glue:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:database/${catalog.ref}`,
    });
    new cdk.CfnOutput(this, "QueriesArn", {
      value: `arn:${cdk.Aws.PARTITION}:athena:${cdk.Aws.REGION}:${cdk.Aws.ACCOUNT_ID}:workgroup/${queries.ref}`,
    });

    cdk.Tags.of(this).add("project", "oracle-to-athena");
  }
}
