// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"
#include "server/core/http/message.h"

#include <optional>

class ServerKey;

/// A viewer's request for a session by WebRTC, and what the server that was asked has found about the viewer. If
/// another server reads the camera, that server gets all of it: the session lives there, and stands on the request.
struct ViewerRequest
{
    Request request; ///< its body is the offer
    AccountId account;
    SessionId session; ///< the one that may end the session by WebRTC
    bool isGuest = false; ///< the viewer is of another account than the camera, or has a signed URL
    bool isByLink = false; ///< the viewer has a signed URL

    /// Returns a text that only a server with the same key can read, because the request has the viewer's token.
    QByteArray sealed(const ServerKey &key) const;
    /// Returns nothing unless the text was sealed with this key.
    static std::optional<ViewerRequest> open(const ServerKey &key, const QByteArray &text);
};
