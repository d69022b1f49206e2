// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/personaldatamodel.h"

#include "app/portal/streamurls.h"
#include "models/core/times.h"

using namespace Qt::StringLiterals;

namespace {
QDateTime timeIn(const QJsonObject &object, QLatin1StringView name)
{
    return Times::parse(object[name].toString()).value_or(QDateTime());
}
}

PersonalDataModel::PersonalDataModel(QObject *parent)
    : ViewModel(parent)
{
}

QDateTime PersonalDataModel::exportExpiresAt() const { return timeIn(m_export, "expires_at"_L1); }

QDateTime PersonalDataModel::deleteAt() const { return timeIn(m_deletion, "delete_at"_L1); }

QString PersonalDataModel::path(const QString &what) const
{
    return u"/accounts/%1/%2"_s.arg(portal()->session()->accountId(), what);
}

void PersonalDataModel::attached()
{
    connect(portal()->session(), &PortalSession::signedInChanged, this, [this] {
        forget();
        reload();
    });
    connect(&portal()->events(), &EventStream::received, this, [this](const QString &type) {
        if (type.startsWith(u"account.export"_s) || type.startsWith(u"account.deletion"_s))
            reload();
    });
    reload();
}

void PersonalDataModel::forget()
{
    m_export = {};
    m_deletion = {};
    m_loadState = LoadState::Loading;
    Q_EMIT changed();
}

void PersonalDataModel::reload()
{
    if (!portal() || portal()->session()->accountId().isEmpty())
        return;
    ++m_serial;
    m_awaited = 2;
    if (m_loadState == LoadState::Failed) {
        m_loadState = LoadState::Loading;
        Q_EMIT changed();
    }
    load(u"export"_s, m_export);
    load(u"deletion"_s, m_deletion);
}

/// The server answers 404 if there is none.
void PersonalDataModel::load(const QString &what, QJsonObject &target)
{
    fetch(ApiRequest::get(path(what)), [this, &target, serial = m_serial](const ApiAnswer &answer) {
        if (serial != m_serial)
            return;
        const bool none = !answer.ok() && answer.error->status == 404;
        if (none)
            clearErrors();
        if (answer.ok() || none) {
            target = answer.ok() ? answer.json : QJsonObject();
            if (--m_awaited == 0)
                m_loadState = LoadState::Ready;
        } else if (m_loadState != LoadState::Ready) {
            m_loadState = LoadState::Failed;
        }
        Q_EMIT changed();
    });
}

void PersonalDataModel::beginExport(const QString &media, const QString &password, const QString &code)
{
    act(ApiRequest::create(path(u"export"_s), {{u"media"_s, media}, {u"password"_s, password}, {u"code"_s, code}}),
        [this](const ApiAnswer &answer) {
            m_export = answer.json;
            Q_EMIT changed();
            Q_EMIT exportBegun();
        });
}

void PersonalDataModel::download()
{
    act(ApiRequest::get(path(u"export"_s)), [this](const ApiAnswer &answer) {
        m_export = answer.json;
        Q_EMIT changed();
        if (const QUrl url = signedUrl(portal()->client(), answer.json["url"_L1].toString()); !url.isEmpty())
            Q_EMIT downloadReady(url);
    });
}

void PersonalDataModel::removeExport()
{
    act(ApiRequest::remove(path(u"export"_s)), [this](const ApiAnswer &) {
        m_export = {};
        Q_EMIT changed();
    });
}

void PersonalDataModel::deleteAccount(const QString &password, const QString &code)
{
    act(ApiRequest::create(path(u"deletion"_s), {{u"password"_s, password}, {u"code"_s, code}}),
        [this](const ApiAnswer &answer) {
            m_deletion = answer.json;
            Q_EMIT changed();
            Q_EMIT deletionScheduled();
        });
}

void PersonalDataModel::keepAccount()
{
    act(ApiRequest::remove(path(u"deletion"_s)), [this](const ApiAnswer &) {
        m_deletion = {};
        Q_EMIT changed();
        Q_EMIT accountKept();
    });
}
