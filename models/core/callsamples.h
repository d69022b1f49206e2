// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

/// A call of the API as samples. Each sample works as it stands once the variables are set.
class CallSamples
{
    Q_GADGET
    Q_CLASSINFO("operationId.doc", "The ID of the operation in openapi.json.")
    Q_CLASSINFO("operationId.example", "getDevicesByDeviceId")
    Q_CLASSINFO("page.doc", "The address of the call's page in the API reference.")
    Q_CLASSINFO("variables.doc", "Environment variables that the samples read.")
    Q_CLASSINFO("curl.doc", "A command for a POSIX shell.")
    Q_CLASSINFO("javascript.doc", "A module for Node.js 18 or newer.")
    Q_CLASSINFO("python.doc", "A script for Python 3 with the library requests.")
    Q_CLASSINFO("cpp.doc", "A program for Qt 6.")
    Q_PROPERTY(QString operationId MEMBER operationId DESIGNABLE false)
    Q_PROPERTY(QString page MEMBER page DESIGNABLE false)
    Q_PROPERTY(QStringList variables MEMBER variables DESIGNABLE false)
    Q_PROPERTY(QString curl MEMBER curl DESIGNABLE false)
    Q_PROPERTY(QString javascript MEMBER javascript DESIGNABLE false)
    Q_PROPERTY(QString python MEMBER python DESIGNABLE false)
    Q_PROPERTY(QString cpp MEMBER cpp DESIGNABLE false)

public:
    QString operationId;
    QString page;
    QStringList variables;
    QString curl;
    QString javascript;
    QString python;
    QString cpp;
};
