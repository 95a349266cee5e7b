# Clicks: Amazon Kinesis Data Streams
resource "aws_kinesis_stream" "clicks" {
  name             = "clickstream-to-lake-and-warehouse-clicks"
  shard_count      = 4
  retention_period = 48
  encryption_type  = "KMS"
  kms_key_id       = "alias/aws/kinesis"

  stream_mode_details {
    stream_mode = "PROVISIONED"
  }
}

# Website: Producer with an AWS SDK
resource "aws_iam_instance_profile" "web" {
  name_prefix = "clickstream-to-lake-and-wareh-xy1upl-"
  role        = aws_iam_role.web.name

  depends_on = [aws_iam_role_policy.web]
}

# Click lake: Amazon S3
resource "aws_s3_bucket" "lake" {
  bucket = "clickstream-to-lake-and-ware-g9rgvl-${data.aws_caller_identity.current.account_id}-${data.aws_region.current.region}"
}

resource "aws_s3_bucket_ownership_controls" "lake_ownership" {
  bucket = aws_s3_bucket.lake.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "lake" {
  bucket = aws_s3_bucket.lake.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "lake_encryption" {
  bucket = aws_s3_bucket.lake.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "lake_public_access" {
  bucket                  = aws_s3_bucket.lake.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "lake_lifecycle" {
  bucket = aws_s3_bucket.lake.bucket

  rule {
    id     = "rule-1"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 90
    }
  }

  rule {
    id     = "unfinished-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.lake]
}

data "aws_iam_policy_document" "lake_policy" {
  statement {
    # A deny of everything that comes without TLS.
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.lake.arn, "${aws_s3_bucket.lake.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.bucket
  policy = data.aws_iam_policy_document.lake_policy.json
}

# Archive: Amazon Data Firehose
resource "aws_cloudwatch_log_group" "archive_logs" {
  name              = "/aws/kinesisfirehose/clickstream-to-lake-and-warehouse-archive"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_stream" "archive" {
  name           = "delivery"
  log_group_name = aws_cloudwatch_log_group.archive_logs.name
}

resource "aws_kinesis_firehose_delivery_stream" "archive" {
  name        = "clickstream-to-lake-and-warehouse-archive"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.clicks.arn
    role_arn           = aws_iam_role.archive.arn
  }

  extended_s3_configuration {
    bucket_arn          = aws_s3_bucket.lake.arn
    role_arn            = aws_iam_role.archive.arn
    prefix              = "data/!{timestamp:yyyy/MM/dd/HH}/"
    error_output_prefix = "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/"
    custom_time_zone    = "UTC"
    compression_format  = "GZIP"
    buffering_size      = 5
    buffering_interval  = 300
    s3_backup_mode      = "Disabled"

    processing_configuration {
      enabled = true

      processors {
        type = "AppendDelimiterToRecord"

        parameters {
          parameter_name  = "Delimiter"
          parameter_value = "\\n"
        }
      }
    }

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.archive_logs.name
      log_stream_name = aws_cloudwatch_log_stream.archive.name
    }
  }

  depends_on = [aws_iam_role_policy.archive]
}

# Staging: Amazon S3
resource "aws_s3_bucket" "staging" {
  bucket = "clickstream-to-lake-and-ware-sf53vi-${data.aws_caller_identity.current.account_id}-${data.aws_region.current.region}"
}

resource "aws_s3_bucket_ownership_controls" "staging_ownership" {
  bucket = aws_s3_bucket.staging.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "staging" {
  bucket = aws_s3_bucket.staging.bucket

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "staging_encryption" {
  bucket = aws_s3_bucket.staging.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "staging_public_access" {
  bucket                  = aws_s3_bucket.staging.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "staging_lifecycle" {
  bucket = aws_s3_bucket.staging.bucket

  rule {
    id     = "rule-1"
    status = "Enabled"

    filter {}

    expiration {
      days = 7
    }
  }

  rule {
    id     = "unfinished-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.staging]
}

data "aws_iam_policy_document" "staging_policy" {
  statement {
    # A deny of everything that comes without TLS.
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.staging.arn, "${aws_s3_bucket.staging.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "staging" {
  bucket = aws_s3_bucket.staging.bucket
  policy = data.aws_iam_policy_document.staging_policy.json
}

# Click warehouse: Amazon Redshift
resource "aws_security_group" "warehouse" {
  name_prefix = "clickstream-to-lake-and-warehouse-omtkhz-"
  description = "Clients of the warehouse clickstream-to-lake-and-warehouse-click-warehouse"
  vpc_id      = var.vpc_id

  ingress {
    protocol    = "tcp"
    from_port   = 5439
    to_port     = 5439
    cidr_blocks = [var.vpc_cidr]
  }

  ingress {
    protocol    = "tcp"
    from_port   = 5439
    to_port     = 5439
    cidr_blocks = ["52.70.63.192/27"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_redshift_subnet_group" "warehouse_subnets" {
  name        = "clickstream-to-lake-and-warehouse-click-warehouse"
  description = "Subnets of clickstream-to-lake-and-warehouse-click-warehouse"
  subnet_ids  = var.public_subnet_ids
}

resource "aws_redshift_parameter_group" "warehouse_parameters" {
  name        = "clickstream-to-lake-and-warehouse-click-warehouse"
  description = "Settings of clickstream-to-lake-and-warehouse-click-warehouse"
  family      = "redshift-2.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }

  parameter {
    name  = "enable_user_activity_logging"
    value = "true"
  }
}

resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier                  = "clickstream-to-lake-and-warehouse-click-warehouse"
  cluster_type                        = "multi-node"
  number_of_nodes                     = 2
  node_type                           = "ra3.large"
  database_name                       = "analytics"
  master_username                     = "warehouse_admin"
  manage_master_password              = true
  port                                = 5439
  publicly_accessible                 = true
  enhanced_vpc_routing                = true
  encrypted                           = "true"
  automated_snapshot_retention_period = 7
  cluster_subnet_group_name           = aws_redshift_subnet_group.warehouse_subnets.name
  cluster_parameter_group_name        = aws_redshift_parameter_group.warehouse_parameters.name
  vpc_security_group_ids              = [aws_security_group.warehouse.id]
  iam_roles                           = [aws_iam_role.warehouse.arn]
  final_snapshot_identifier           = "clickstream-to-lake-and-warehouse-click-warehouse-final"

  depends_on = [aws_iam_role_policy.warehouse]
}

resource "aws_redshift_logging" "warehouse" {
  cluster_identifier   = aws_redshift_cluster.warehouse.cluster_identifier
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog", "useractivitylog"]
}

# Warehouse loader: Amazon Data Firehose
resource "aws_cloudwatch_log_group" "loader_logs" {
  name              = "/aws/kinesisfirehose/clickstream-to-lake-and-warehouse-warehouse-loader"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_stream" "loader" {
  name           = "delivery"
  log_group_name = aws_cloudwatch_log_group.loader_logs.name
}

resource "aws_kinesis_firehose_delivery_stream" "loader" {
  name        = "clickstream-to-lake-and-warehouse-warehouse-loader"
  destination = "redshift"

  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.clicks.arn
    role_arn           = aws_iam_role.loader.arn
  }

  redshift_configuration {
    cluster_jdbcurl = "jdbc:redshift://${aws_redshift_cluster.warehouse.dns_name}:5439/analytics"
    role_arn        = aws_iam_role.loader.arn
    data_table_name = "clicks"
    copy_options    = "JSON 'auto' TIMEFORMAT 'auto' GZIP"
    retry_duration  = 300
    s3_backup_mode  = "Disabled"

    secrets_manager_configuration {
      enabled    = true
      secret_arn = aws_redshift_cluster.warehouse.master_password_secret_arn
      role_arn   = aws_iam_role.loader.arn
    }

    s3_configuration {
      bucket_arn          = aws_s3_bucket.staging.arn
      role_arn            = aws_iam_role.loader.arn
      prefix              = "data/!{timestamp:yyyy/MM/dd/HH}/"
      error_output_prefix = "errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/"
      buffering_size      = 5
      buffering_interval  = 300
      compression_format  = "GZIP"

      cloudwatch_logging_options {
        enabled         = true
        log_group_name  = aws_cloudwatch_log_group.loader_logs.name
        log_stream_name = aws_cloudwatch_log_stream.loader.name
      }
    }

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.loader_logs.name
      log_stream_name = aws_cloudwatch_log_stream.loader.name
    }
  }

  depends_on = [aws_iam_role_policy.loader]
}
