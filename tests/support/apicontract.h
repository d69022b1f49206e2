// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

struct Answer;

/// A request as a client sent it.
struct SentRequest
{
    QByteArray method;
    QString path; ///< from the root, without the query, still percent-encoded
    QByteArray query;
    QByteArray contentType;
    QByteArray body;
};

/// The OpenAPI document of the server under test. Every answer that a test receives must agree with it. JSON is
/// validated by valijson.
///
/// Thread: any; one contract serves the whole program.
class ApiContract
{
public:
    static const ApiContract &instance();

    explicit ApiContract(const QByteArray &document);
    ~ApiContract();

    /// Returns in which way an answer, or the request that the server accepted, contradicts the document. Returns
    /// nothing if they agree, or if the document does not describe the path.
    QString violation(const SentRequest &request, const Answer &answer) const;
    /// Returns in which way a webhook's message contradicts the document, or nothing.
    QString webhookViolation(const QJsonObject &message) const;
    /// Returns in which way a value contradicts a schema of the document, or nothing.
    QString violation(const QJsonObject &schema, const QJsonValue &value) const;
    const QJsonObject &document() const { return m_document; }

private:
    struct Operation
    {
        QStringList segments; ///< segments of the path; `{…}` stands for any text
        QJsonObject methods;
    };
    struct Schemas;

    QJsonObject operation(const SentRequest &request) const;
    QString answerViolation(const QJsonObject &operation, const Answer &answer) const;
    QString requestViolation(const QJsonObject &operation, const SentRequest &request) const;
    QString queryViolation(const QJsonObject &operation, const QByteArray &query) const;

    QJsonObject m_document;
    QList<Operation> m_operations;
    std::unique_ptr<Schemas> m_schemas;
};
