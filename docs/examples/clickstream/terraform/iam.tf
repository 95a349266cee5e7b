# Website: Producer with an AWS SDK
data "aws_iam_policy_document" "web_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "web" {
  name_prefix        = "clickstream-to-lake-and-wareho-xy1upl-"
  assume_role_policy = data.aws_iam_policy_document.web_trust.json
}

data "aws_iam_policy_document" "web" {
  statement {
    actions   = ["kinesis:PutRecord", "kinesis:PutRecords"]
    resources = [aws_kinesis_stream.clicks.arn]
  }
}

resource "aws_iam_role_policy" "web" {
  role   = aws_iam_role.web.id
  policy = data.aws_iam_policy_document.web.json
}

# Archive: Amazon Data Firehose
data "aws_iam_policy_document" "archive_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["firehose.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "archive" {
  name_prefix        = "clickstream-to-lake-and-wareho-mx8cfa-"
  assume_role_policy = data.aws_iam_policy_document.archive_trust.json
}

data "aws_iam_policy_document" "archive" {
  statement {
    sid       = "WriteErrorLog"
    actions   = ["logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.archive_logs.arn}:log-stream:*"]
  }

  statement {
    actions = [
      "kinesis:DescribeStream",
      "kinesis:DescribeStreamSummary",
      "kinesis:ListShards",
      "kinesis:GetShardIterator",
      "kinesis:GetRecords",
    ]
    resources = [aws_kinesis_stream.clicks.arn]
  }

  statement {
    actions   = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]
    resources = ["${aws_s3_bucket.lake.arn}/*"]
  }

  statement {
    actions   = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"]
    resources = [aws_s3_bucket.lake.arn]
  }
}

resource "aws_iam_role_policy" "archive" {
  role   = aws_iam_role.archive.id
  policy = data.aws_iam_policy_document.archive.json
}

# Click warehouse: Amazon Redshift
data "aws_iam_policy_document" "warehouse_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["redshift.amazonaws.com", "redshift-serverless.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "warehouse" {
  name_prefix        = "clickstream-to-lake-and-wareho-omtkhz-"
  assume_role_policy = data.aws_iam_policy_document.warehouse_trust.json
}

data "aws_iam_policy_document" "warehouse" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.staging.arn}/*"]
  }

  statement {
    actions   = ["s3:ListBucket", "s3:GetBucketLocation"]
    resources = [aws_s3_bucket.staging.arn]
  }
}

resource "aws_iam_role_policy" "warehouse" {
  role   = aws_iam_role.warehouse.id
  policy = data.aws_iam_policy_document.warehouse.json
}

# Warehouse loader: Amazon Data Firehose
data "aws_iam_policy_document" "loader_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["firehose.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "loader" {
  name_prefix        = "clickstream-to-lake-and-wareho-t58gvu-"
  assume_role_policy = data.aws_iam_policy_document.loader_trust.json
}

data "aws_iam_policy_document" "loader" {
  statement {
    sid       = "WriteErrorLog"
    actions   = ["logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.loader_logs.arn}:log-stream:*"]
  }

  statement {
    sid       = "ReadDestinationSecret"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_redshift_cluster.warehouse.master_password_secret_arn]
  }

  statement {
    actions = [
      "kinesis:DescribeStream",
      "kinesis:DescribeStreamSummary",
      "kinesis:ListShards",
      "kinesis:GetShardIterator",
      "kinesis:GetRecords",
    ]
    resources = [aws_kinesis_stream.clicks.arn]
  }

  statement {
    actions   = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]
    resources = ["${aws_s3_bucket.staging.arn}/*"]
  }

  statement {
    actions   = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"]
    resources = [aws_s3_bucket.staging.arn]
  }
}

resource "aws_iam_role_policy" "loader" {
  role   = aws_iam_role.loader.id
  policy = data.aws_iam_policy_document.loader.json
}
