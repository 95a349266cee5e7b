/** Resource types that exports use besides those of the services: permissions and policies of edges. */
export const loweredTypes = {
  cloudFormation: [
    'AWS::IAM::Role',
    'AWS::IAM::Policy',
    'AWS::Lambda::Permission',
    'AWS::SQS::QueuePolicy',
    'AWS::SNS::TopicPolicy',
    'AWS::S3::BucketPolicy',
    'AWS::EC2::SecurityGroupIngress',
  ],
  terraform: [
    'aws_iam_role',
    'aws_iam_role_policy',
    'aws_lambda_permission',
    'aws_sqs_queue_policy',
    'aws_sns_topic_policy',
    'aws_s3_bucket_policy',
    'aws_kms_key_policy',
  ],
} as const;
