// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QDateTime>

/// What the signed-in user may do with all data of the account: download it, and delete it with the account.
class PersonalDataModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(LoadState::Value loadState READ loadState NOTIFY changed)
    /// `pending`, `ready`, or `failed`; empty: there is no export.
    Q_PROPERTY(QString exportState READ exportState NOTIFY changed)
    /// The code of the reason for which the export has failed.
    Q_PROPERTY(QString exportProblem READ exportProblem NOTIFY changed)
    Q_PROPERTY(double exportBytes READ exportBytes NOTIFY changed)
    Q_PROPERTY(int exportMissing READ exportMissing NOTIFY changed)
    Q_PROPERTY(QDateTime exportExpiresAt READ exportExpiresAt NOTIFY changed)
    /// When the account will be deleted; invalid: it will not.
    Q_PROPERTY(QDateTime deleteAt READ deleteAt NOTIFY changed)

public:
    explicit PersonalDataModel(QObject *parent = nullptr);

    LoadState::Value loadState() const { return m_loadState; }
    QString exportState() const { return m_export[QLatin1StringView("state")].toString(); }
    QString exportProblem() const { return m_export[QLatin1StringView("problem")].toString(); }
    double exportBytes() const { return m_export[QLatin1StringView("bytes")].toDouble(); }
    int exportMissing() const { return m_export[QLatin1StringView("missing")].toInt(); }
    QDateTime exportExpiresAt() const;
    QDateTime deleteAt() const;

    Q_INVOKABLE void reload();
    /// `media`: `none`, `archive`, or `all`.
    Q_INVOKABLE void beginExport(const QString &media, const QString &password, const QString &code);
    /// Asks for a new signed address of the file, and emits downloadReady().
    Q_INVOKABLE void download();
    Q_INVOKABLE void removeExport();
    Q_INVOKABLE void deleteAccount(const QString &password, const QString &code);
    Q_INVOKABLE void keepAccount();

Q_SIGNALS:
    void changed();
    void exportBegun();
    void downloadReady(const QUrl &url);
    void deletionScheduled();
    void accountKept();

protected:
    void attached() override;
    void reconnected() override { reload(); }

private:
    QString path(const QString &what) const;
    void forget();
    void load(const QString &what, QJsonObject &target);

    LoadState::Value m_loadState = LoadState::Loading;
    QJsonObject m_export;
    QJsonObject m_deletion;
    int m_serial = 0; ///< identifies the current load; answers for earlier ones are dropped
    int m_awaited = 0; ///< answers of the current load
};
