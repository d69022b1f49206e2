// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/appcallmodel.h"

#include "models/identity/appcall.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
/// Returns JSON with indentation, and other texts as they are.
QString indented(const QString &text)
{
    const auto json = QJsonDocument::fromJson(text.toUtf8());
    return json.isNull() ? text : QString::fromUtf8(json.toJson()).trimmed();
}
}

AppCallModel::AppCallModel(QObject *parent)
    : ObjectModel(AppCallDetail::staticMetaObject, parent)
{
}

void AppCallModel::setCallId(const QString &id)
{
    if (m_id == id)
        return;
    m_id = id;
    Q_EMIT callIdChanged();
    if (portal())
        reset();
}

QString AppCallModel::path() const { return m_id.isEmpty() ? QString() : u"/apps/%1/requests/%2"_s.arg(m_appId, m_id); }

QString AppCallModel::requestBody() const { return indented(text("requestBody")); }

QString AppCallModel::answerBody() const { return indented(text("answerBody")); }
