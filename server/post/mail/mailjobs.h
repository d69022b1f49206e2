// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/job.h"

struct MailSettings;
class ServerKey;
struct SmsSettings;
class WebClient;

/// Returns the jobs that send the messages of MailQueue. A message leaves the queue only after the SMTP server or the
/// gateway has accepted it, or its file is on disk. A mail is retried for a day, a text message while it is useful.
JobTable mailJobs(const ServerKey &key, const MailSettings &mail, const SmsSettings &sms, const WebClient &web);
