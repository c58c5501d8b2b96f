# What a script with pandas takes for the same sums: distinct ids, means, medians, shares.
import sys
import pandas as pd

times = ["login_at", "submitted_at", "received_at", "returned_at"]
columns = ["case_id", "channel", "status", "rating", "rated_at", "electronic_result", "record_digitised", *times]
log = pd.read_csv(sys.argv[1], usecols=columns, dtype=str, keep_default_na=False)
for time in times:
    log[time] = pd.to_datetime(log[time].where(log[time] != ""), format="%Y-%m-%dT%H:%M:%S")
online = log[log.channel == "online"]
submitting = (online.submitted_at - online.login_at).dt.total_seconds().dropna()
finished = log[log.returned_at.notna() & ~log.status.isin(["withdrawn", "stopped", "refused"])]
processing = (finished.returned_at - finished.received_at).dt.total_seconds()
rated = online[(online.rated_at != "") & (online.rating != "")]
print(
    log.case_id.nunique(),
    int(submitting.sum()), len(submitting), submitting.median(),
    processing[finished.channel == "online"].sum(), processing[finished.channel == "in_person"].sum(),
    int((rated.rating.astype(int) >= 4).sum()), len(rated),
    int((finished.electronic_result == "true").sum()), len(finished),
)
