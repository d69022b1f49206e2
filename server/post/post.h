// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/core.h"
#include "server/post/mail/mailqueue.h"

/// What the threads of one process share of the post. Thread: any.
struct SharedPost
{
    std::function<void()> mailQueued; ///< called after a commit that has queued a message
    bool sendsText = false; ///< there is a gateway for text messages
};

/// The queue of messages, on one thread.
class PostServices
{
public:
    PostServices(CoreServices &core, const SharedPost &shared)
        : shared(shared)
        , mails(core.database, core.shared.key, shared.mailQueued)
    {
    }

    const SharedPost &shared;
    MailQueue mails;
};
