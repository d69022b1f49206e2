// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"
#include "server/core/http/ratestanding.h"

#include <QByteArray>
#include <QHostAddress>
#include <QUrl>
#include <QUrlQuery>

#include <array>
#include <functional>
#include <memory>
#include <optional>

class QIODevice;

enum class Method { Get, Head, Post, Put, Delete, Options, Patch };
/// In the order of Method.
inline constexpr std::array<const char *, 7> methodNames{"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"};
/// Returns the method of that name, whose case matters. Returns nothing for a method that no route can have.
std::optional<Method> methodNamed(const QByteArray &name);

/// A request. It owns its data and may outlive the connection.
struct Request
{
    Method method = Method::Get;
    QByteArray path; ///< still percent-encoded, without the query
    QUrlQuery query;
    Headers headers;
    QByteArray body;
    QHostAddress peer; ///< address of the client, also behind a trusted proxy
    QByteArray id; ///< X-Request-Id: the client's if it is well-formed, otherwise generated
    RateStanding rate; ///< of the client's address, once the request has been counted
    QByteArray party; ///< for whom it waits for a thread of a pool; empty: it does not wait. See Party

    /// Returns the value of the first cookie of this name (RFC 6265, 4.2), or an empty value if there is none.
    QByteArray cookie(const QByteArray &name) const;
};

/// An answer: a body in memory, or a stream that is sent at the client's pace.
struct Reply
{
    int status = 200;
    Headers headers;
    QByteArray contentType;
    QByteArray body;
    /// If set, the body: a file or a live source, which is sequential and emits readyRead(). The stream is read on the
    /// connection's thread, to which it is moved if it has no thread, and is destroyed when it ends or the client
    /// disconnects.
    std::shared_ptr<QIODevice> stream;
    qint64 length = -1; ///< length of the stream, from its position; -1: until it closes
    /// If set, the answer is made later: the function is called once, and calls back with the answer, on any thread.
    /// The headers of this reply are added to that answer; its other members do not count. The function is destroyed
    /// when it has called back or when the client has gone. What it owns should therefore end the work.
    std::function<void(std::function<void(Reply)> done)> later;

    static Reply json(QByteArray body, int status = 200);
    static Reply noContent();
    static Reply redirect(const QUrl &to);
    static Reply streamed(std::shared_ptr<QIODevice> stream, QByteArray contentType, qint64 length = -1);
};

/// Returns the reason phrase of a status code (RFC 9110, 15).
QByteArray statusText(int status);
