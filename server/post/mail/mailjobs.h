// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

struct MailSettings;
class ServerKey;
struct SmsSettings;
class WebClient;

/// Sends what MailQueue holds: each message leaves the queue only after the SMTP server or the gateway has taken it, or
/// its file is on disk. A mail is tried for a day, a text message for as long as it is of use.
JobTable mailJobs(const ServerKey &key, const MailSettings &mail, const SmsSettings &sms, const WebClient &web);
