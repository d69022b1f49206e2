// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/sandbox.h"
#include "server/cameras/scenes/shot.h"

#include <QList>
#include <QUrl>

#include <chrono>
#include <optional>

/// What a sandbox camera shows at each moment. The script depends on the clock alone: every server shows the same scene
/// at the same time, and what has happened is known without having been recorded.
///
/// The source of such a camera is a URL of a scheme of its own, such as `sandbox:walk?every=30&from=1795500000`. Only
/// the server makes such URLs: SourcePolicy refuses them from users.
struct SceneScript
{
    using Kind = SandboxScene::Kind;

    /// The part of a shot that is shown during one second.
    struct Moment
    {
        Shot shot = Shot::Room;
        int second = 0; ///< seconds since the shot began
    };
    /// A repetition of the scene, in UTC.
    struct Happening
    {
        QDateTime from;
        QDateTime to;
    };

    Kind kind = Kind::Walk;
    std::chrono::seconds every{30};
    std::int64_t from = 0; ///< the second before which nothing happens, counted from 1970-01-01T00:00:00Z

    /// Returns true if the URL has the scheme of scripted cameras.
    static bool isScripted(const QUrl &url);
    /// Returns the script of a URL, or nothing if the URL is not that of a script.
    static std::optional<SceneScript> parse(const QUrl &url);
    QUrl url() const;

    /// Returns how long a scene lasts each time.
    static std::chrono::seconds lengthOf(Kind kind);
    /// Returns the shortest interval of a scene. It leaves time for a mark to end and for a camera to be found again.
    static std::chrono::seconds shortestInterval(Kind kind);

    /// Returns what is shown from `second` to the next. `second` is counted like `from`.
    Moment at(std::int64_t second) const;
    /// Returns the happenings that begin in a span of time. `to` is exclusive.
    QList<Happening> happenings(const QDateTime &from, const QDateTime &to) const;
};
