// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/billing/orders/paymentsettings.h"
#include "server/cameras/camerasettings.h"
#include "server/core/http/trustedproxies.h"
#include "server/core/limits/ratelimits.h"
#include "server/identity/access/caps.h"
#include "server/identity/identitysettings.h"
#include "server/insight/insightsettings.h"
#include "server/notifications/notificationsettings.h"
#include "server/post/mail/mailsettings.h"
#include "server/post/sms/smsgateway.h"
#include "server/support/personaldata/personaldatasettings.h"

#include <QHostAddress>
#include <QString>
#include <QUrl>

/// The settings of a server and of its areas.
struct Config
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8080; ///< 0: any free port
    QUrl advertise; ///< URL for other servers on the database; port 0: the listening port; empty: none
    bool checkHost = false; ///< answer only at IP addresses, `localhost`, and the host of `publicUrl`
    QUrl publicUrl; ///< URL that clients use, without a path; empty: the URL where the server listens
    QString dataDir;
    QString mediaDir; ///< folder of rings, marks, and archive, which servers may share; empty: the data folder
    QString database; ///< `sqlite` (a file in the data folder), `sqlite:FILE`, or `postgresql://…`
    QString keyFile; ///< empty: `server.key` in the data folder
    int workers = 0; ///< number of worker threads; 0: one per core, at least two, because one may wait for the disk
    RateLimits rateLimits;
    Caps caps;
    TrustedProxies trustedProxies;
    MailSettings mail;
    SmsSettings sms;
    IdentitySettings identity;
    PaymentSettings payment;
    CameraSettings cameras;
    InsightSettings insight;
    NotificationSettings notifications;
    PersonalDataSettings personalData;

    QString databaseAddress() const;
    QString keyPath() const { return keyFile.isEmpty() ? dataDir + QStringLiteral("/server.key") : keyFile; }
    /// Returns the parent of the folders of the marks and of the archive.
    QString storage() const { return mediaDir.isEmpty() ? dataDir : mediaDir; }
    /// Returns a copy in which empty folders are set to the default folders inside the data folder or the media folder.
    Config withFolders() const;
};
