output "replication_arn" {
  description = "ARN of Replication."
  value       = aws_dms_replication_config.replication.arn
}

output "raw_arn" {
  description = "ARN of Raw zone."
  value       = aws_s3_bucket.raw.arn
}

output "curate_arn" {
  description = "ARN of Curate."
  value       = aws_glue_job.curate.arn
}

output "curated_arn" {
  description = "ARN of Curated zone."
  value       = aws_s3_bucket.curated.arn
}

output "crawler_arn" {
  description = "ARN of Curated crawler."
  value       = aws_glue_crawler.crawler.arn
}

output "catalog_arn" {
  description = "ARN of ERP catalog."
  value       = aws_glue_catalog_database.catalog.arn
}

output "queries_arn" {
  description = "ARN of Analysts."
  value       = aws_athena_workgroup.queries.arn
}
