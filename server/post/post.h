// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/core.h"
#include "server/post/mail/mailqueue.h"
#include "server/post/mail/mailsender.h"
#include "server/post/mail/mailsettings.h"
#include "server/post/sms/smsgateway.h"

/// What the threads of one process share of the post. Thread: any.
struct SharedPost
{
    const MailSettings &mail;
    const SmsSettings &sms;

    /// Returns whether there is a gateway for text messages.
    bool sendsText() const { return !sms.gateway.isEmpty(); }
};

/// The queue of messages, on one thread.
class PostServices
{
public:
    PostServices(CoreServices &core, const SharedPost &shared)
        : shared(shared)
        , mails(core.database, core.shared.key)
    {
    }

    JobTable jobs(CoreServices &core) const
    {
        return mailJobs(core.shared.key, shared.mail, shared.sms, core.shared.web);
    }

    const SharedPost &shared;
    MailQueue mails;
};
