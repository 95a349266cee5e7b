import sys

from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

args = getResolvedOptions(sys.argv, ["JOB_NAME", "source_path", "target_path"])
context = GlueContext(SparkContext())
job = Job(context)
job.init(args["JOB_NAME"], args)

frame = context.create_dynamic_frame.from_options(
    connection_type="s3",
    connection_options={"paths": [args["source_path"]], "recurse": True},
    format="json",
    transformation_ctx="source",
)

# Starter: rows pass unchanged. Filter, map and join `frame` here.

context.write_dynamic_frame.from_options(
    frame=frame,
    connection_type="s3",
    connection_options={"path": args["target_path"]},
    format="parquet",
    transformation_ctx="target",
)

job.commit()
