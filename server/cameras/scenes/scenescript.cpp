// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/scenes/scenescript.h"

#include "models/core/resource.h"
#include "models/core/utc.h"

#include <QMetaEnum>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto scheme = "sandbox"_L1;
constexpr auto longestInterval = 3600s;

Shot shotOf(SandboxScene::Kind kind)
{
    switch (kind) {
    case SandboxScene::Kind::CoveredLens:
        return Shot::Dark;
    case SandboxScene::Kind::Face:
        return Shot::Face;
    case SandboxScene::Kind::LostStream:
        return Shot::Nothing;
    case SandboxScene::Kind::Walk:
        break;
    }
    return Shot::Walk;
}

/// Returns the name of a scene, as in the API.
QString nameOf(SandboxScene::Kind kind)
{
    return QString::fromLatin1(Resource::snakeCase(QMetaEnum::fromType<SandboxScene::Kind>().valueToKey(int(kind))));
}
}

bool SceneScript::isScripted(const QUrl &url) { return url.scheme() == scheme; }

std::optional<SceneScript> SceneScript::parse(const QUrl &url)
{
    if (!isScripted(url))
        return std::nullopt;
    const QUrlQuery query(url);
    const std::chrono::seconds every(query.queryItemValue(u"every"_s).toLongLong());
    const auto from = query.queryItemValue(u"from"_s).toLongLong();
    const auto kinds = QMetaEnum::fromType<Kind>();
    for (int i = 0; i < kinds.keyCount(); ++i) {
        const auto kind = Kind(kinds.value(i));
        if (nameOf(kind) == url.path() && every >= shortestInterval(kind) && every <= longestInterval)
            return SceneScript{kind, every, from};
    }
    return std::nullopt;
}

QUrl SceneScript::url() const
{
    return QUrl(u"%1:%2?every=%3&from=%4"_s.arg(scheme, nameOf(kind)).arg(every.count()).arg(from));
}

std::chrono::seconds SceneScript::lengthOf(Kind kind)
{
    switch (kind) {
    case Kind::CoveredLens:
    case Kind::LostStream:
        return 5s;
    case Kind::Face:
    case Kind::Walk:
        break;
    }
    return std::chrono::seconds(secondsOf(shotOf(kind)));
}

std::chrono::seconds SceneScript::shortestInterval(Kind kind)
{
    return kind == Kind::LostStream ? 24s : kind == Kind::CoveredLens ? 12s : 8s;
}

SceneScript::Moment SceneScript::at(std::int64_t second) const
{
    const auto phase = second % every.count();
    return second - phase >= from && phase < lengthOf(kind).count() ? Moment{shotOf(kind), int(phase)} : Moment{};
}

QList<SceneScript::Happening> SceneScript::happenings(const QDateTime &from, const QDateTime &to) const
{
    const qint64 interval = every.count() * 1000;
    const qint64 length = lengthOf(kind).count() * 1000;
    const qint64 since = std::max<qint64>(from.toMSecsSinceEpoch(), this->from * 1000);
    QList<Happening> found;
    for (qint64 start = (since + interval - 1) / interval * interval; start < to.toMSecsSinceEpoch(); start += interval)
        found += {QDateTime::fromMSecsSinceEpoch(start, Times::utc),
                  QDateTime::fromMSecsSinceEpoch(start + length, Times::utc)};
    return found;
}
