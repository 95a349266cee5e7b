output "clicks_arn" {
  description = "ARN of Clicks."
  value       = aws_kinesis_stream.clicks.arn
}

output "archive_arn" {
  description = "ARN of Archive."
  value       = aws_kinesis_firehose_delivery_stream.archive.arn
}

output "lake_arn" {
  description = "ARN of Click lake."
  value       = aws_s3_bucket.lake.arn
}

output "loader_arn" {
  description = "ARN of Warehouse loader."
  value       = aws_kinesis_firehose_delivery_stream.loader.arn
}

output "staging_arn" {
  description = "ARN of Staging."
  value       = aws_s3_bucket.staging.arn
}

output "warehouse_arn" {
  description = "ARN of Click warehouse."
  value       = aws_redshift_cluster.warehouse.arn
}
