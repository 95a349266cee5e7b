# Raw zone: Amazon S3
resource "aws_s3_bucket" "raw" {
  bucket = "oracle-to-an-athena-lake-raw-zone-${data.aws_caller_identity.current.account_id}-${data.aws_region.current.region}"
}

resource "aws_s3_bucket_ownership_controls" "raw_ownership" {
  bucket = aws_s3_bucket.raw.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "raw" {
  bucket = aws_s3_bucket.raw.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "raw_encryption" {
  bucket = aws_s3_bucket.raw.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "raw_public_access" {
  bucket                  = aws_s3_bucket.raw.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "raw_lifecycle" {
  bucket = aws_s3_bucket.raw.bucket

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

  depends_on = [aws_s3_bucket_versioning.raw]
}

data "aws_iam_policy_document" "raw_policy" {
  statement {
    # A deny of everything that comes without TLS.
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.raw.arn, "${aws_s3_bucket.raw.arn}/*"]

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

resource "aws_s3_bucket_policy" "raw" {
  bucket = aws_s3_bucket.raw.bucket
  policy = data.aws_iam_policy_document.raw_policy.json
}

# Replication: AWS Database Migration Service
resource "aws_security_group" "replication" {
  name_prefix = "oracle-to-an-athena-lake-replication-"
  description = "Replication of oracle-to-an-athena-lake-replication"
  vpc_id      = var.vpc_id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_dms_replication_subnet_group" "replication_subnets" {
  replication_subnet_group_id          = "oracle-to-an-athena-lake-replication"
  replication_subnet_group_description = "Subnets of the migration oracle-to-an-athena-lake-replication"
  subnet_ids                           = var.private_subnet_ids
}

resource "aws_dms_endpoint" "replication_source" {
  endpoint_id                     = "oracle-to-an-athena-lake-replication-source"
  endpoint_type                   = "source"
  engine_name                     = "oracle"
  database_name                   = "orders"
  ssl_mode                        = "verify-ca"
  certificate_arn                 = var.replication_source_certificate_arn
  secrets_manager_arn             = var.replication_source_credentials_arn
  secrets_manager_access_role_arn = aws_iam_role.replication.arn

  depends_on = [aws_iam_role_policy.replication]
}

resource "aws_dms_s3_endpoint" "replication_target" {
  endpoint_id             = "oracle-to-an-athena-lake-replication-target"
  endpoint_type           = "target"
  bucket_name             = aws_s3_bucket.raw.bucket
  service_access_role_arn = aws_iam_role.replication.arn
  data_format             = "parquet"
  parquet_version         = "parquet-2-0"
  compression_type        = "GZIP"
  add_column_name         = true
  timestamp_column_name   = "dms_timestamp"
  date_partition_enabled  = true
  cdc_max_batch_interval  = 60
  cdc_min_file_size       = 32000
  encryption_mode         = "SSE_S3"

  depends_on = [aws_iam_role_policy.replication]
}

resource "aws_dms_replication_config" "replication" {
  replication_config_identifier = "oracle-to-an-athena-lake-replication"
  replication_type              = "full-load-and-cdc"
  source_endpoint_arn           = aws_dms_endpoint.replication_source.endpoint_arn
  target_endpoint_arn           = aws_dms_s3_endpoint.replication_target.endpoint_arn
  table_mappings = jsonencode({
    rules = [
      {
        rule-type = "selection"
        rule-id   = "1"
        rule-name = "selection-1"
        object-locator = {
          schema-name = "%"
          table-name  = "%"
        }
        rule-action = "include"
      },
    ]
  })
  replication_settings = jsonencode({
    TargetMetadata = {
      SupportLobs        = true
      FullLobMode        = false
      LimitedSizeLobMode = true
      LobMaxSize         = 32
    }
    FullLoadSettings = {
      TargetTablePrepMode           = "DROP_AND_CREATE"
      MaxFullLoadSubTasks           = 8
      CommitRate                    = 10000
      TransactionConsistencyTimeout = 600
    }
    Logging = {
      EnableLogging = true
    }
    ValidationSettings = {
      EnableValidation = false
    }
  })

  compute_config {
    min_capacity_units          = 1
    max_capacity_units          = 4
    multi_az                    = true
    replication_subnet_group_id = aws_dms_replication_subnet_group.replication_subnets.replication_subnet_group_id
    vpc_security_group_ids      = [aws_security_group.replication.id]
  }
}

# Curated zone: Amazon S3
resource "aws_s3_bucket" "curated" {
  bucket = "oracle-to-an-athena-lake-cur-x434s1-${data.aws_caller_identity.current.account_id}-${data.aws_region.current.region}"
}

resource "aws_s3_bucket_ownership_controls" "curated_ownership" {
  bucket = aws_s3_bucket.curated.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "curated" {
  bucket = aws_s3_bucket.curated.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "curated_encryption" {
  bucket = aws_s3_bucket.curated.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "curated_public_access" {
  bucket                  = aws_s3_bucket.curated.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "curated_lifecycle" {
  bucket = aws_s3_bucket.curated.bucket

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

  depends_on = [aws_s3_bucket_versioning.curated]
}

data "aws_iam_policy_document" "curated_policy" {
  statement {
    # A deny of everything that comes without TLS.
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.curated.arn, "${aws_s3_bucket.curated.arn}/*"]

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

resource "aws_s3_bucket_policy" "curated" {
  bucket = aws_s3_bucket.curated.bucket
  policy = data.aws_iam_policy_document.curated_policy.json
}

# Curate: AWS Glue ETL job
resource "aws_s3_bucket" "curate_artifacts" {
  bucket_prefix = "oracle-to-an-athena-lake-curate-"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "curate_artifacts_encryption" {
  bucket = aws_s3_bucket.curate_artifacts.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "curate_artifacts_access" {
  bucket                  = aws_s3_bucket.curate_artifacts.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "curate_artifacts_versioning" {
  bucket = aws_s3_bucket.curate_artifacts.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_object" "curate_artifacts_script" {
  bucket  = aws_s3_bucket.curate_artifacts.bucket
  key     = "script.py"
  content = file("${path.module}/jobs/oracle-to-an-athena-lake-curate/script.py")
}

resource "aws_glue_job" "curate" {
  name                    = "oracle-to-an-athena-lake-curate"
  role_arn                = aws_iam_role.curate.arn
  glue_version            = "5.0"
  worker_type             = "G.1X"
  number_of_workers       = 2
  execution_class         = "STANDARD"
  job_run_queuing_enabled = false
  timeout                 = 60
  max_retries             = 1
  default_arguments = {
    "--TempDir"                          = "s3://${aws_s3_bucket.curate_artifacts.bucket}/temporary/"
    "--job-language"                     = "python"
    "--job-bookmark-option"              = "job-bookmark-enable"
    "--enable-auto-scaling"              = "true"
    "--enable-metrics"                   = "true"
    "--enable-continuous-cloudwatch-log" = "true"
    "--source_path"                      = "s3://${aws_s3_bucket.raw.bucket}/"
    "--target_path"                      = "s3://${aws_s3_bucket.curated.bucket}/"
  }

  command {
    name            = "glueetl"
    script_location = "s3://${aws_s3_bucket.curate_artifacts.bucket}/script.py"
    python_version  = "3"
  }

  execution_property {
    max_concurrent_runs = 1
  }

  depends_on = [aws_iam_role_policy.curate]
}

resource "aws_glue_trigger" "curate_schedule" {
  name              = "oracle-to-an-athena-lake-curate-schedule"
  type              = "SCHEDULED"
  schedule          = "cron(0 * * * ? *)"
  start_on_creation = true

  actions {
    job_name = aws_glue_job.curate.name
  }
}

data "aws_iam_policy_document" "curate_artifacts_policy" {
  statement {
    # A deny of everything that comes without TLS.
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.curate_artifacts.arn, "${aws_s3_bucket.curate_artifacts.arn}/*"]

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

resource "aws_s3_bucket_policy" "curate_artifacts_policy" {
  bucket = aws_s3_bucket.curate_artifacts.bucket
  policy = data.aws_iam_policy_document.curate_artifacts_policy.json
}

# ERP catalog: AWS Glue Data Catalog
resource "aws_glue_catalog_database" "catalog" {
  name = "oracle_to_an_athena_lake_erp_catalog"
}

# Curated crawler: AWS Glue crawler
resource "aws_glue_crawler" "crawler" {
  name          = "oracle-to-an-athena-lake-curated-crawler"
  role          = aws_iam_role.crawler.arn
  database_name = aws_glue_catalog_database.catalog.name
  schedule      = "cron(0 3 * * ? *)"
  configuration = jsonencode({
    Version = 1
    Grouping = {
      TableGroupingPolicy = "CombineCompatibleSchemas"
    }
    CrawlerOutput = {
      Partitions = {
        AddOrUpdateBehavior = "InheritFromTable"
      }
    }
  })

  recrawl_policy {
    recrawl_behavior = "CRAWL_EVERYTHING"
  }

  schema_change_policy {
    update_behavior = "UPDATE_IN_DATABASE"
    delete_behavior = "LOG"
  }

  s3_target {
    path        = "s3://${aws_s3_bucket.curated.bucket}/"
    sample_size = 10
  }

  depends_on = [aws_iam_role_policy.crawler]
}

# Analysts: Amazon Athena
resource "aws_athena_workgroup" "queries" {
  name  = "oracle-to-an-athena-lake-analysts"
  state = "ENABLED"

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 1073741824000

    engine_version {
      selected_engine_version = "Athena engine version 3"
    }

    result_configuration {
      output_location = "s3://${aws_s3_bucket.curated.bucket}/athena-results/"

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}
