// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/supportaccountmodel.h"

#include "models/core/times.h"
#include "models/support/supportview.h"

using namespace Qt::StringLiterals;

namespace {
QDateTime timeIn(const QVariantMap &object, const QString &name)
{
    const QVariant time = object.value(name);
    return time.userType() == QMetaType::QDateTime ? time.toDateTime()
                                                   : Times::parse(time.toString()).value_or(QDateTime());
}
}

SupportAccountModel::SupportAccountModel(QObject *parent)
    : ObjectModel(SupportOverview::staticMetaObject, parent)
{
}

QString SupportAccountModel::path() const
{
    return m_accountId.isEmpty() ? QString() : u"/support/accounts/"_s + m_accountId;
}

void SupportAccountModel::setAccountId(const QString &id)
{
    if (m_accountId == id)
        return;
    m_accountId = id;
    Q_EMIT accountIdChanged();
    reset();
}

QDateTime SupportAccountModel::accessUntil() const
{
    const QVariantMap grant = value("supportAccess").toMap();
    const QDateTime time = timeIn(grant, u"until"_s);
    return !grant.value(u"endedAt"_s).toString().isEmpty() || time <= Times::now() ? QDateTime() : time;
}

QDateTime SupportAccountModel::accessSince() const
{
    return accessUntil().isValid() ? timeIn(value("supportAccess").toMap(), u"grantedAt"_s) : QDateTime();
}

QVariantMap SupportAccountModel::plan() const
{
    const QVariantMap plan = value("plan").toMap();
    return plan.value(u"name"_s).toString().isEmpty() ? QVariantMap() : plan;
}

QDateTime SupportAccountModel::deleteAt() const { return timeIn(value("deletion").toMap(), u"deleteAt"_s); }

void SupportAccountModel::cancelDeletion() { saveBy(ApiRequest::remove(u"/accounts/%1/deletion"_s.arg(m_accountId))); }

void SupportAccountModel::setStatus(const QString &status, const QString &reason)
{
    saveBy(ApiRequest::post(u"/accounts/status"_s,
                            {{u"account_id"_s, m_accountId}, {u"status"_s, status}, {u"reason"_s, reason}}));
}

void SupportAccountModel::setRole(const QString &userId, const QString &role)
{
    saveBy(ApiRequest::put(u"/accounts/%1/users/%2/role"_s.arg(m_accountId, userId), {{u"role"_s, role}}));
}

void SupportAccountModel::saveBy(const ApiRequest &request)
{
    act(request, [this](const ApiAnswer &) {
        reload();
        Q_EMIT saved();
    });
}
