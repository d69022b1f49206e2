// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

struct ReferenceCall;
class ApiReference;

/// A request as an example. The same description becomes a sample in each language.
///
/// Values that differ from user to user are environment variables: `{device_id}` in the path is `DEVICE_ID`. A sample
/// therefore works as it stands once its variables are set.
struct CallSample
{
    enum class Credential { None, App, User };
    enum class Answer { Text, File, Stream };

    QString method;
    QString server; ///< such as `https://cloud.example`
    QString path; ///< with parameters in braces
    Credential credential = Credential::None;
    QList<QPair<QString, QString>> headers; ///< those that the call requires; values may be parameters in braces
    QString bodyType; ///< media type; empty: no body
    QJsonObject json; ///< the body, if its type is JSON
    QList<QPair<QString, QString>> form; ///< the body, if it is a form; values may be parameters in braces
    QString file; ///< the body, if it is a file: its name
    Answer answer = Answer::Text;

    /// Returns the environment variables that the sample reads, such as `ACCESS_TOKEN`, in the order of their use.
    QStringList variables() const;
};

/// Returns an example of a call. Its body has the required members, or one member if none is required.
CallSample sampleOf(const ReferenceCall &call, const ApiReference &reference, const QString &server);
/// Returns the environment variable of a parameter: `DEVICE_ID` of `device_id`.
QString variableOf(const QString &parameter);

/// A command for a POSIX shell.
QString curlSample(const CallSample &sample);
/// A module for Node.js 18 or newer.
QString javaScriptSample(const CallSample &sample);
/// A script for Python 3 with the library requests.
QString pythonSample(const CallSample &sample);
/// A program for Qt 6.
QString cppSample(const CallSample &sample);
