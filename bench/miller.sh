#!/bin/sh
# The sum of the time to submit and the ratings, with Miller: no distinct ids, no medians.
exec mlr --icsv --ojson filter '$channel == "online"' \
  then put -q '
    if ($login_at != "" && $submitted_at != "") {
      @submission_sum += strptime($submitted_at, "%Y-%m-%dT%H:%M:%S") - strptime($login_at, "%Y-%m-%dT%H:%M:%S");
      @submission_n += 1;
    }
    if ($rated_at != "" && $rating != "") { @rated += 1; if ($rating >= 4) { @satisfied += 1 } }
    end { emit (@submission_sum, @submission_n, @satisfied, @rated) }' "$1"
