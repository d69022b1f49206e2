// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/viewerrequest.h"

#include "server/core/base/serverkey.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
/// What is sealed for another purpose is no request, though it is sealed with the same key.
const QString kind = u"viewer_request"_s;
constexpr auto credential = "Authorization";
}

QByteArray ViewerRequest::sealed(const ServerKey &key) const
{
    const QJsonObject json{{u"kind"_s, kind},
                           {u"account"_s, account.toString()},
                           {u"session"_s, session.toString()},
                           {u"guest"_s, isGuest},
                           {u"link"_s, isByLink},
                           {u"path"_s, QString::fromLatin1(request.path)},
                           {u"query"_s, request.query.toString(QUrl::FullyEncoded)},
                           {u"credential"_s, QString::fromLatin1(request.headers.value(credential))},
                           {u"peer"_s, request.peer.toString()},
                           {u"offer"_s, QString::fromLatin1(request.body.toBase64())}};
    return key.seal(QJsonDocument(json).toJson(QJsonDocument::Compact)).toLatin1();
}

std::optional<ViewerRequest> ViewerRequest::open(const ServerKey &key, const QByteArray &text)
{
    const auto plain = key.open(QString::fromLatin1(text));
    const QJsonObject json = plain ? QJsonDocument::fromJson(*plain).object() : QJsonObject();
    const auto account = AccountId::parse(json[u"account"_s].toString());
    const auto session = SessionId::parse(json[u"session"_s].toString());
    if (json[u"kind"_s] != kind || !account || !session)
        return std::nullopt;
    ViewerRequest viewer{{}, *account, *session, json[u"guest"_s].toBool(), json[u"link"_s].toBool()};
    viewer.request.method = Method::Post;
    viewer.request.path = json[u"path"_s].toString().toLatin1();
    viewer.request.query = QUrlQuery(json[u"query"_s].toString());
    viewer.request.peer = QHostAddress(json[u"peer"_s].toString());
    viewer.request.body = QByteArray::fromBase64(json[u"offer"_s].toString().toLatin1());
    if (const QString value = json[u"credential"_s].toString(); !value.isEmpty())
        viewer.request.headers.append(credential, value.toLatin1());
    return viewer;
}
