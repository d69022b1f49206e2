// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/serveroptions.h"

#include "app/options/mediaoptions.h"
#include "models/core/emailaddress.h"
#include "server/identity/federation/providers.h"
#include "server/post/mail/mailsettings.h"

#include <QCommandLineParser>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

struct Description
{
    const char *name;
    const char *value; ///< empty: a switch
    const char *text;
    const char *initial;
};

constexpr Description descriptions[] = {
    {"listen", "address:port", "Address and port to listen on. Port 0 takes a free port.", "127.0.0.1:8080"},
    {"public-url", "address",
     "Public URL of the server, such as https://cameras.example.org. Default: the listening address.", ""},
    {"advertise", "address",
     "Address at which other servers on the database reach this one, such as http://10.0.0.5:8080. Port 0: the "
     "listening port. Without it they cannot show what this server holds.",
     ""},
    {"webrtc-address", "addresses", "Addresses of this machine for live video by WebRTC. Default: that of --listen.",
     ""},
    {"webrtc-ports", "range",
     "UDP ports for WebRTC, such as 40000-40200. Default: any free ports. Each viewer needs one.", ""},
    {"data-dir", "folder", "Folder for all data.", ""},
    {"media-dir", "folder",
     "Folder for recordings, marks, photos and videos, which the servers on one database may share. Default: the data "
     "folder.",
     ""},
    {"media-store", "address",
     "Where finished recordings, photos and videos move: a folder, or an S3-compatible store such as "
     "s3://bucket/prefix?endpoint=https://s3.example.org&region=eu. Default: they stay in the media folder.",
     ""},
    {"media-cache", "size", "Size of the local copies of what is read from the media store, such as 20G.", "1G"},
    {"database", "address", "sqlite, sqlite:FILE, or postgresql://user:password@host/name.", "sqlite"},
    {"key-file", "file", "The server's key. Servers on one database share it. Default: server.key in the data folder.",
     ""},
    {"workers", "number", "Number of worker threads. 0: depends on the machine.", "0"},
    {"rate-limits", "limits", "default, off, or changes to the default, such as address=50/500,sign-in=0.2/20.",
     "default"},
    {"account-caps", "caps", "default, or changes to what an account can have, such as modes=50,zones=10.", "default"},
    {"trusted-proxies", "networks", "Proxies whose X-Forwarded-For is trusted, such as 127.0.0.1,10.0.0.0/8.", ""},
    {"allow-private-sources", "", "Allow cameras at private, link-local, and loopback addresses.", ""},
    {"allow-private-webhooks", "", "Allow webhooks at private and loopback addresses, and without TLS.", ""},
    {"camera-settles", "seconds",
     "A camera must be offline, or online again, for this time before a notification reports it. 0: at once.", "60"},
    {"notification-retry", "milliseconds",
     "Pause before the first retry of a failed notification. It doubles with each retry.", "5000"},
    {"allow-file-sources", "", "Allow files of this machine as cameras.", ""},
    {"trial-days", "days", "Length of a trial, for apps created from now on.", "30"},
    {"trial-quota", "calls", "Calls per day of a trial app. 0: no limit.", "10000"},
    {"access-token-lifetime", "seconds", "Lifetime of an access token.", "3600"},
    {"remember-tokens", "milliseconds",
     "Time for which a valid token is cached. 0: check the database at each request.", "1000"},
    {"refresh-token-lifetime", "seconds", "Lifetime of a refresh token.", "5184000"},
    {"sign-in-token-lifetime", "seconds", "Lifetime of a one-time sign-in token.", "90"},
    {"staff-second-factor", "", "Require a second factor of support staff and administrators.", ""},
    {"bin-days", "days", "Time for which the bin keeps deleted items.", "30"},
    {"deletion-days", "days", "Time from the request to delete an account to its deletion.", "14"},
    {"export-limit", "bytes", "Size of an export of an account before compression.", "53687091200"},
    {"recording-days", "days", "Time for which recordings are kept. 0: until the space is needed.", "30"},
    {"recording-storage", "size",
     "Space for recordings, in bytes or such as 500G, or as a part of what they take and what is free, such as 80%.",
     "80%"},
    {"identity-providers", "file", "JSON file of identity providers. See docs/operation.md.", ""},
    {"smtp", "address",
     "smtp://user:password@host:port or smtps://…. Without it, mail goes to outbox/ in the data folder.", ""},
    {"mail-from", "address", "Sender of mail.", "Waymark <waymark@localhost>"},
    {"smtp-no-verify", "", "Do not verify the SMTP server's certificate.", ""},
    {"smtp-ca-file", "file", "PEM file of authorities for that certificate. Default: the system's.", ""},
    {"sms-gateway", "address", "https://…: HTTP service that sends text messages. See docs/operation.md.", ""},
    {"sms-token", "token", "Bearer token of the gateway.", ""},
    {"models", "folder", "Models for faces and objects. Default: the folder that scripts/install-models uses.", ""},
    {"object-model", "file", "ONNX network that finds objects. Default: objects.onnx in the folder of the models.", ""},
    {"object-labels", "file", "Labels of the network, one per line. Default: objects.txt in that folder.", ""},
    {"object-threads", "number", "Threads that look for objects. 0: objects are not found.", "1"},
    {"no-sandbox", "", "Refuse scripted cameras to trial apps.", ""},
    {"vision-queue", "number",
     "Number of pictures of an account that can wait for analysis. Further pictures are refused.", "16"},
    {"checkout-url", "address",
     "Payment page of the provider, containing {order_id}. Default: a test page where no money is charged.", ""},
    {"payment-secrets", "file", "Signing secrets of the payment provider, one per line, newest first.", ""},
    {"seller", "file", "JSON file of the seller that receipts name. See docs/operation.md.", ""},
    {"app-price", "amount", "Price of a purchased app in minor units, such as 4900EUR. 0EUR: free.", "4900EUR"},
};

[[noreturn]] void fail(const QString &message) { ServerOptions::fail(message); }

QString environmentName(const QString &option) { return u"WAYMARK_"_s + option.toUpper().replace(u'-', u'_'); }

/// Looks up an option in the command line, then in the environment, then in the defaults.
class Values
{
public:
    explicit Values(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    QString text(const QString &name) const
    {
        const QByteArray variable = environmentName(name).toLatin1();
        if (!m_parser.isSet(name) && qEnvironmentVariableIsSet(variable.constData()))
            return qEnvironmentVariable(variable.constData());
        return m_parser.value(name);
    }
    bool flag(const QString &name) const
    {
        const QString variable = qEnvironmentVariable(environmentName(name).toLatin1().constData());
        return m_parser.isSet(name) || (!variable.isEmpty() && variable != u"0"_s && variable != u"false"_s);
    }
    qint64 number(const QString &name, qint64 least) const
    {
        bool ok = false;
        const qint64 value = text(name).toLongLong(&ok);
        if (!ok || value < least)
            fail(u"--%1 takes a number of at least %2, not \"%3\""_s.arg(name).arg(least).arg(text(name)));
        return value;
    }

private:
    const QCommandLineParser &m_parser;
};

void readListen(const QString &text, Config &config)
{
    const QUrl url(u"tcp://"_s + text, QUrl::StrictMode);
    const QString host = url.host() == u"localhost"_s ? u"127.0.0.1"_s : url.host();
    config.address = QHostAddress(host);
    if (config.address.isNull() || url.port(-1) < 0)
        fail(u"--listen takes an address and a port, such as 127.0.0.1:8080, not \"%1\""_s.arg(text));
    config.port = quint16(url.port());
}

/// Returns an http or https address without a path, or an empty address for an empty text. RFC 8414, section 2, allows
/// an issuer with a path, but all paths of this server are at the root.
QUrl readAddress(const QString &option, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    const bool bare = (url.path().isEmpty() || url.path() == u"/"_s) && !url.hasQuery() && !url.hasFragment()
        && url.userInfo().isEmpty();
    if (!text.isEmpty() && (!web || !bare || url.host().isEmpty()))
        fail(u"--%1 takes an address such as https://cameras.example.org, not \"%2\""_s.arg(option, text));
    return url.adjusted(QUrl::RemovePath);
}

QList<IdentityProvider> readProviders(const QString &file)
{
    try {
        return file.isEmpty() ? QList<IdentityProvider>() : ProviderFile::read(file);
    } catch (const std::exception &error) {
        fail(QString::fromUtf8(error.what()));
    }
}

/// Returns `read(text)`. Ends the program with a message if `read` throws std::exception.
template <typename Read>
auto readWith(Read read, const QString &option, const QString &text)
{
    try {
        return read(text);
    } catch (const std::exception &error) {
        fail(u"--%1: %2"_s.arg(option, QString::fromUtf8(error.what())));
    }
}

/// Returns the settings of the SMS gateway. The token may also be part of the URL: https://TOKEN@host/path.
SmsSettings readSms(const QString &gateway, const QString &token)
{
    SmsSettings sms;
    sms.gateway = QUrl(gateway, QUrl::StrictMode);
    if (gateway.isEmpty())
        return sms;
    if (sms.gateway.host().isEmpty() || (sms.gateway.scheme() != u"https"_s && sms.gateway.scheme() != u"http"_s))
        fail(u"--sms-gateway takes an address such as https://sms.example.org/messages"_s);
    const QString inAddress = sms.gateway.password(QUrl::FullyDecoded);
    sms.token = inAddress.isEmpty() ? sms.gateway.userName(QUrl::FullyDecoded) : inAddress;
    if (!token.isEmpty())
        sms.token = token;
    sms.gateway.setUserInfo({});
    return sms;
}

QByteArrayList readSecrets(const QString &name)
{
    QByteArrayList secrets;
    QFile file(name);
    if (!file.open(QFile::ReadOnly))
        fail(u"--payment-secrets: cannot read %1: %2"_s.arg(name, file.errorString()));
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArray secret = line.trimmed();
        if (!secret.isEmpty() && secret.size() < 16)
            fail(u"--payment-secrets: a secret must have at least 16 characters"_s);
        if (!secret.isEmpty())
            secrets += secret;
    }
    if (secrets.isEmpty())
        fail(u"--payment-secrets: %1 contains no secret"_s.arg(name));
    return secrets;
}

Money readMoney(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,12}) ?([A-Z]{3})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        fail(u"--app-price takes an amount in minor units and a currency, such as 4900EUR, not \"%1\""_s.arg(text));
    return {match.captured(1).toLongLong(), match.captured(2)};
}

/// Returns the settings of the payment provider, which require both options: without secrets, anybody could confirm a
/// payment.
PaymentSettings readPayment(const Values &values)
{
    PaymentSettings payment;
    payment.checkout = values.text(u"checkout-url"_s);
    if (const QString file = values.text(u"payment-secrets"_s); !file.isEmpty())
        payment.secrets = readSecrets(file);
    if (payment.checkout.isEmpty() != payment.secrets.isEmpty())
        fail(u"--checkout-url and --payment-secrets require each other"_s);
    if (!payment.checkout.isEmpty() && !payment.checkout.contains(u"{order_id}"_s))
        fail(u"--checkout-url must contain {order_id}"_s);
    if (const QString file = values.text(u"seller"_s); !file.isEmpty())
        payment.seller = readWith(&Seller::read, u"seller"_s, file);
    payment.appPrice = readMoney(values.text(u"app-price"_s));
    return payment;
}

Config readConfig(const Values &values)
{
    Config config;
    readListen(values.text(u"listen"_s), config);
    config.cameras.viewers =
        readViewers(config.address, values.text(u"webrtc-address"_s), values.text(u"webrtc-ports"_s));
    config.publicUrl = readAddress(u"public-url"_s, values.text(u"public-url"_s));
    config.advertise = readAddress(u"advertise"_s, values.text(u"advertise"_s));
    config.dataDir = values.text(u"data-dir"_s);
    if (config.dataDir.isEmpty())
        config.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    config.mediaDir = values.text(u"media-dir"_s);
    config.cameras.mediaStore = values.text(u"media-store"_s);
    config.cameras.mediaCacheBytes = readCacheSize(values.text(u"media-cache"_s));
    config.database = values.text(u"database"_s);
    config.keyFile = values.text(u"key-file"_s);
    config.workers = int(values.number(u"workers"_s, 0));
    config.rateLimits = readWith(&RateLimits::parse, u"rate-limits"_s, values.text(u"rate-limits"_s));
    config.caps = readWith(&Caps::parse, u"account-caps"_s, values.text(u"account-caps"_s));
    config.trustedProxies = readWith(&TrustedProxies::parse, u"trusted-proxies"_s, values.text(u"trusted-proxies"_s));
    config.cameras.allowPrivateSources = values.flag(u"allow-private-sources"_s);
    config.notifications.allowPrivateWebhooks = values.flag(u"allow-private-webhooks"_s);
    config.notifications.cameraSettles = std::chrono::seconds(values.number(u"camera-settles"_s, 0));
    config.notifications.retry = std::chrono::milliseconds(values.number(u"notification-retry"_s, 1));
    config.cameras.allowFileSources = values.flag(u"allow-file-sources"_s);
    config.identity.trial.lifetime = std::chrono::hours(24 * values.number(u"trial-days"_s, 1));
    config.identity.trial.dailyQuota = values.number(u"trial-quota"_s, 0);
    config.identity.tokens.access = std::chrono::seconds(values.number(u"access-token-lifetime"_s, 1));
    config.identity.tokens.remembered = std::chrono::milliseconds(values.number(u"remember-tokens"_s, 0));
    config.identity.tokens.refresh = std::chrono::seconds(values.number(u"refresh-token-lifetime"_s, 1));
    config.identity.signInTokenLifetime = std::chrono::seconds(values.number(u"sign-in-token-lifetime"_s, 1));
    config.identity.staffNeedsSecondFactor = values.flag(u"staff-second-factor"_s);
    config.cameras.binLifetime = std::chrono::hours(24 * values.number(u"bin-days"_s, 0));
    config.personalData.grace = std::chrono::hours(24 * values.number(u"deletion-days"_s, 0));
    config.personalData.mostBytes = values.number(u"export-limit"_s, 1);
    config.cameras.recordings =
        readBudget(int(values.number(u"recording-days"_s, 0)), values.text(u"recording-storage"_s));
    config.identity.providers = readProviders(values.text(u"identity-providers"_s));
    config.insight.models = values.text(u"models"_s);
    if (config.insight.models.isEmpty())
        config.insight.models =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/waymark/models"_s;
    config.insight.sandbox = !values.flag(u"no-sandbox"_s);
    config.insight.visionQueue = int(values.number(u"vision-queue"_s, 1));
    config.insight.objectModel = values.text(u"object-model"_s);
    config.insight.objectLabels = values.text(u"object-labels"_s);
    config.insight.objectThreads = int(values.number(u"object-threads"_s, 0));
    config.payment = readPayment(values);
    config.mail.smtp = QUrl(values.text(u"smtp"_s), QUrl::StrictMode);
    if (!config.mail.smtp.isEmpty() && config.mail.smtp.scheme() != u"smtp"_s
        && config.mail.smtp.scheme() != u"smtps"_s)
        fail(u"--smtp takes an address such as smtp://user:password@mail.example.org:587"_s);
    config.mail.from = values.text(u"mail-from"_s);
    if (!EmailAddress::normal(NamedAddress::parse(config.mail.from).address))
        fail(u"--mail-from takes an address such as Waymark <waymark@example.org>"_s);
    config.mail.verifyCertificate = !values.flag(u"smtp-no-verify"_s);
    config.mail.caFile = values.text(u"smtp-ca-file"_s);
    config.sms = readSms(values.text(u"sms-gateway"_s), values.text(u"sms-token"_s));
    return config;
}
}

void ServerOptions::fail(const QString &message)
{
    std::fprintf(stderr, "%s: %s\n", qUtf8Printable(QCoreApplication::applicationName()), qUtf8Printable(message));
    std::exit(2);
}

void ServerOptions::addTo(QCommandLineParser &parser)
{
    for (const Description &option : descriptions) {
        parser.addOption({QString::fromLatin1(option.name), QString::fromUtf8(option.text),
                          QString::fromLatin1(option.value), QString::fromLatin1(option.initial)});
    }
}

bool ServerOptions::isGiven(const QCommandLineParser &parser, const QString &name)
{
    return parser.isSet(name) || qEnvironmentVariableIsSet(environmentName(name).toLatin1().constData());
}

Config ServerOptions::read(const QCommandLineParser &parser) { return readConfig(Values(parser)); }
