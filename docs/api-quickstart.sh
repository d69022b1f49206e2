#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Shows the Waymark API in four steps, with curl and a POSIX shell only: signs a user in, lists the cameras, pages
# through the marks of each camera, and downloads the picture of the newest mark.
#
#   WAYMARK_URL=http://127.0.0.1:8080 APP_ID=app_… APP_KEY=wmk_… \
#   WAYMARK_USER=ada@example.org WAYMARK_PASSWORD=… docs/api-quickstart.sh [picture.jpg]
set -eu

: "${WAYMARK_URL:?URL of the server, such as http://127.0.0.1:8080}"
: "${APP_ID:?id of your app}" "${APP_KEY:?key of your app}"
: "${WAYMARK_USER:?email address of a user}" "${WAYMARK_PASSWORD:?password of the user}"
picture=${1:-snapshot.jpg}
api=$WAYMARK_URL/v1
mark_page_size=${MARK_PAGE_SIZE:-20}

# --- JSON without jq. Sufficient for the compact JSON of this server --------------------------------------------------
json_string() { printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g'; }
# field NAME: prints the first value of that name in the JSON on standard input, without quotes
# shellcheck disable=SC2020 # tr is meant to replace sets of characters
field() { tr ',{}[]' '\n\n\n\n\n' | sed -n "s/^\"$1\":\"\\{0,1\\}\\([^\"]*\\)\"\\{0,1\\}\$/\\1/p" | sed -n 1p; }
# fields NAME: prints every value of that name
# shellcheck disable=SC2020
fields() { tr ',{}[]' '\n\n\n\n\n' | sed -n "s/^\"$1\":\"\\{0,1\\}\\([^\"]*\\)\"\\{0,1\\}\$/\\1/p"; }

# call METHOD PATH [JSON]: calls the API as the user. Prints the answer, or an error to standard error
call() {
    method=$1 path=$2 body=${3:-}
    set -- -sS --fail-with-body -X "$method" -H "Authorization: Bearer $access_token"
    [ -z "$body" ] || set -- "$@" -H 'Content-Type: application/json' -d "$body"
    if ! answer=$(curl "$@" "$api$path"); then
        printf '%s %s: %s\n' "$method" "$path" "$answer" >&2
        return 1
    fi
    printf '%s\n' "$answer"
}

# --- 1. Sign in. The app sends its credential by HTTP Basic, the user's name and password are in the body ------------
if ! tokens=$(printf '{"name":"%s","password":"%s","scope":"devices:read marks:read"}' \
    "$(json_string "$WAYMARK_USER")" "$(json_string "$WAYMARK_PASSWORD")" |
    curl -sS --fail-with-body -u "$APP_ID:$APP_KEY" -H 'Content-Type: application/json' -d @- \
        "$api/accounts/login/local"); then
    printf 'Sign-in failed: %s\n' "$tokens" >&2
    exit 1
fi
access_token=$(printf '%s' "$tokens" | field access_token)
account=$(printf '%s' "$tokens" | field account_id)
echo "Signed in to account $account"

# --- 2. List the cameras ----------------------------------------------------------------------------------------------
devices=$(call GET '/devices?pagesize=100' | fields device_id)
newest=''
for device in $devices; do
    state=$(call GET "/devices/$device" | field state)
    echo "Camera $device is $state"

    # --- 3. List the camera's marks, newest first. next_cursor leads to the next page; the last page has none --------
    marks=/device-marks/triggered/account/$account/device/$device
    cursor='' page=1
    while :; do
        answer=$(call GET "$marks?sort=-date&pagesize=$mark_page_size${cursor:+&cursor=$cursor}")
        for mark in $(printf '%s' "$answer" | fields devicemark_id); do
            echo "  page $page: $mark"
            newest=${newest:-$mark}
        done
        cursor=$(printf '%s' "$answer" | field next_cursor)
        [ -n "$cursor" ] || break
        page=$((page + 1))
    done
done

if [ -z "$newest" ]; then
    echo 'No marks yet. Walk past a camera, then try again.'
    exit 0
fi

# --- 4. Download the picture with a signed URL, which needs no token and expires after ten minutes --------------------
signed=$(call PUT "/device-marks/account/$account/signedurl" "{\"mark_ids\":[\"$newest\"],\"expires_in\":600}")
address=$(printf '%s' "$signed" | field snapshot)
case $address in /*) address=$WAYMARK_URL$address ;; esac
curl -sS --fail -o "$picture" "$address"
echo "Saved the picture of mark $newest as $picture"
