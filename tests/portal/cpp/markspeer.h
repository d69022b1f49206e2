// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

/// Marks as the server answers them.
namespace MarksPeer {
inline const QByteArray listPath = "GET /v1/device-marks/account/acc_1";

inline QJsonObject mark(int number)
{
    using namespace Qt::StringLiterals;
    return {{u"devicemark_id"_s, u"mark_%1"_s.arg(number)},
            {u"device_id"_s, u"dev_1"_s},
            {u"label"_s, u"motion"_s},
            {u"state"_s, u"closed"_s},
            {u"started_at"_s, u"2026-11-23T18:%1:00.000Z"_s.arg(number, 2, 10, QChar(u'0'))},
            {u"read"_s, false},
            {u"clip"_s, QJsonObject{{u"state"_s, u"ready"_s}}}};
}

/// Returns the method and path that answer one mark, for ScriptedPeer.
inline QByteArray detailPath(const QString &id)
{
    return "GET /v1/device-marks/" + id.toLatin1() + "/triggered/account/acc_1/detail";
}
}
