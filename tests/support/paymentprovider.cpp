// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paymentprovider.h"

#include "tests/support/testserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <stdexcept>

using namespace Qt::StringLiterals;

PaymentProvider::PaymentProvider(QByteArrayList secrets)
    : m_secrets(std::move(secrets))
    , m_secret(m_secrets.first())
{
    QFile file(m_folder.filePath(u"secrets"_s));
    if (!file.open(QFile::WriteOnly) || file.write(m_secrets.join('\n')) < 0)
        throw std::runtime_error("cannot write the secrets of the payment provider");
}

QStringList PaymentProvider::arguments() const
{
    return {u"--checkout-url"_s, u"https://pay.example.org/{order_id}?amount={amount}&currency={currency}"_s,
            u"--payment-secrets"_s, m_folder.filePath(u"secrets"_s)};
}

QByteArray PaymentProvider::signature(const QByteArray &path, const QByteArray &body, const QDateTime &at) const
{
    const QByteArray time = QByteArray::number(at.toSecsSinceEpoch());
    return "t=" + time + ",v1="
        + QMessageAuthenticationCode::hash(time + '.' + path + '.' + body, m_secret, QCryptographicHash::Sha256)
              .toHex();
}

Answer PaymentProvider::tell(const TestServer &server, const QJsonObject &order, const QString &status,
                             const QString &event, const QJsonObject &changes, const QDateTime &at) const
{
    QJsonObject told{{u"event_id"_s, event}, {u"amount"_s, order[u"amount"_s]}, {u"currency"_s, order[u"currency"_s]}};
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change->isNull())
            told.remove(change.key());
        else
            told.insert(change.key(), *change);
    }
    const QByteArray body = QJsonDocument(told).toJson(QJsonDocument::Compact);
    const QString path = u"/v1/retentions/orders/"_s + order[u"order_id"_s].toString() + u"/status/"_s + status;
    return server.anybody().send(
        "PUT", path, body,
        {{"Content-Type", "application/json"}, {"Payment-Signature", signature(path.toLatin1(), body, at)}});
}
