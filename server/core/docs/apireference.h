// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

/// A call of the API, or the request of a webhook, as openapi.json describes it.
struct ReferenceCall
{
    QString id; ///< operationId, such as `getDevicesByDeviceId`
    QString method; ///< such as `GET`
    QString path; ///< such as `/v1/devices/{device_id}`; of a webhook: the name of the event
    QString summary;
    QString tag;
    QJsonObject operation; ///< OpenAPI 3.1.0, 4.8.10
};

/// openapi.json as a list of calls. Immutable.
class ApiReference
{
public:
    /// Reads a document of openApiDocument().
    explicit ApiReference(const QByteArray &document);

    /// Returns the calls, sorted by tag and path. Pages that are made for people are left out.
    const QList<ReferenceCall> &calls() const { return m_calls; }
    const QList<ReferenceCall> &webhooks() const { return m_webhooks; }
    /// Returns the call with this ID, or null.
    const ReferenceCall *find(const QString &id) const;
    /// Returns the calls whose method, path, summary or tag contain each word of the text.
    QList<ReferenceCall> search(const QString &text) const;
    /// Returns the object that a `$ref` names, or the object itself if it has none.
    QJsonObject resolved(const QJsonObject &object) const;

private:
    QList<ReferenceCall> m_calls;
    QList<ReferenceCall> m_webhooks;
    QHash<QString, qsizetype> m_byId;
    QJsonObject m_components;
};
