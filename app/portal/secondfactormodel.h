// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/objectmodel.h"

#include <QDateTime>

/// The signed-in user's second factors: an authenticator app, security keys, and recovery codes.
class SecondFactorModel : public ObjectModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool enabled READ enabled NOTIFY changed)
    /// The server requires a second factor of this user.
    Q_PROPERTY(bool required READ required NOTIFY changed)
    Q_PROPERTY(QDateTime enabledAt READ enabledAt NOTIFY changed)
    Q_PROPERTY(int recoveryCodesLeft READ recoveryCodesLeft NOTIFY changed)
    /// The number of security keys. With one, the requirement is met without an authenticator app.
    Q_PROPERTY(int securityKeys READ securityKeys NOTIFY changed)
    /// The web page on which keys are added; empty: the server has no keys.
    Q_PROPERTY(QUrl securityKeysPage READ securityKeysPage NOTIFY changed)
    /// The secret of a set-up that has begun, for entering by hand; empty: none.
    Q_PROPERTY(QString secret READ secret NOTIFY secretsChanged)
    /// The same as the text of a QR code.
    Q_PROPERTY(QString uri READ uri NOTIFY secretsChanged)
    /// New recovery codes, which the server tells only once.
    Q_PROPERTY(QStringList recoveryCodes READ recoveryCodes NOTIFY secretsChanged)

public:
    explicit SecondFactorModel(QObject *parent = nullptr);

    bool enabled() const { return value("enabled").toBool(); }
    bool required() const { return value("required").toBool(); }
    QDateTime enabledAt() const { return value("enabledAt").toDateTime(); }
    int recoveryCodesLeft() const { return value("recoveryCodesLeft").toInt(); }
    int securityKeys() const { return value("securityKeys").toInt(); }
    QUrl securityKeysPage() const { return value("securityKeysPage").toUrl(); }
    QString secret() const { return m_secret; }
    QString uri() const { return m_uri; }
    QStringList recoveryCodes() const { return m_recoveryCodes; }

    /// Begins a set-up. `code` is a recovery code of a user who has security keys.
    Q_INVOKABLE void begin(const QString &password, const QString &code = {});
    /// Enables the second factor with the first code of the app.
    Q_INVOKABLE void confirm(const QString &code, bool endOtherSessions);
    Q_INVOKABLE void renewCodes(const QString &password, const QString &code);
    Q_INVOKABLE void disable(const QString &password, const QString &code);
    /// Forgets the secret and the recovery codes.
    Q_INVOKABLE void forgetSecrets();

Q_SIGNALS:
    void secretsChanged();
    void enabledNow();
    void codesRenewed();
    void disabledNow();

protected:
    QString path() const override;
    void attached() override;

private:
    void takeCodes(const ApiAnswer &answer);

    QString m_secret;
    QString m_uri;
    QStringList m_recoveryCodes;
};
