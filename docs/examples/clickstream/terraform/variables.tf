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

variable "vpc_cidr" {
  type        = string
  description = "IPv4 range of that VPC; databases and file systems accept connections from it only."
  default     = "10.0.0.0/16"

  validation {
    condition     = can(regex("^[0-9.]+/[0-9]+$", var.vpc_cidr))
    error_message = "An IPv4 range looks like 10.0.0.0/16."
  }
}

variable "public_subnet_ids" {
  type        = list(string)
  description = "Ids of public subnets of the VPC, in at least two Availability Zones."
}
