// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"
#include "server/core/net/s3bucket.h"

#include <QFile>

#include <curl/curl.h>

#include <memory>

/// The digests of a range of bytes.
struct S3Digests
{
    QByteArray sha256;
    QByteArray md5;

    /// Reads from the present position of the file, and returns to it.
    static S3Digests of(QFile &file, qint64 bytes);
    static S3Digests of(const QByteArray &content);
};

/// One request to a store, signed and sent by libcurl.
class S3Exchange
{
public:
    S3Exchange(const S3Bucket::Settings &settings, const QUrl &address, const std::atomic_bool &stopping);
    Q_DISABLE_COPY_MOVE(S3Exchange)

    CURL *handle() const { return m_curl.get(); }
    /// Fields of libcurl are not removed: version 7.88 would sign that they are empty.
    void header(const QByteArray &name, const QByteArray &value);
    /// The body of the answer goes to the file, from its present position on. Other answers are kept as `text`, up to
    /// 4 MiB.
    void writeTo(QFile &file) { m_file = &file; }

    /// Sends a request without a body, and returns the status of the answer.
    int send();
    int send(const QByteArray &method, const QByteArray &body, const QByteArray &mediaType);
    /// Sends bytes of the file from its present position on, with digests that the store holds them against. Returns
    /// the tag with which the store has confirmed them.
    ///
    /// Throws: StoreError, also if the store has received other bytes.
    QByteArray put(QFile &file, qint64 bytes, const S3Digests &digests);
    /// Throws: StoreError.
    [[noreturn]] static void fail(const char *what, int status);

    Headers answer;
    QByteArray text;

private:
    int perform(const QByteArray &bodySha256);
    static int goesOn(void *stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static size_t takeHeader(char *data, size_t size, size_t count, void *context);
    static size_t takeBody(char *data, size_t size, size_t count, void *context);
    static size_t giveBody(char *buffer, size_t size, size_t count, void *context);

    struct FreeList
    {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_curl;
    std::unique_ptr<curl_slist, FreeList> m_lines;
    const QByteArray m_address;
    const QByteArray m_credentials;
    const QByteArray m_signing;
    const std::atomic_bool &m_stopping;
    QFile *m_file = nullptr; ///< takes the body of the answer
    QFile *m_source = nullptr; ///< gives the body of the request
    qint64 m_left = 0; ///< bytes of the source that are still to be sent
};
