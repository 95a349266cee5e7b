variable "region" {
  type        = string
  description = "AWS Region to deploy to."
  default     = "us-east-1"
}

variable "vpc_id" {
  type        = string
  description = "Id of the VPC in which resources with network interfaces are placed."

  validation {
    condition     = can(regex("^vpc-[0-9a-f]+$", var.vpc_id))
    error_message = "A VPC id looks like vpc-0123456789abcdef0."
  }
}

variable "private_subnet_ids" {
  type        = list(string)
  description = "Ids of private subnets of that VPC, in at least two Availability Zones."
}

variable "replication_source_certificate_arn" {
  type        = string
  description = "ARN of the certificate authority for the source of oracle-to-an-athena-lake-replication, imported with aws dms import-certificate."
}

variable "replication_source_credentials_arn" {
  type        = string
  description = "ARN of a Secrets Manager secret with username, password, host and port for the source of oracle-to-an-athena-lake-replication."
}
