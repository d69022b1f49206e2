// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/docs/callsample.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <functional>

using namespace Qt::StringLiterals;
using Answer = CallSample::Answer;
using Credential = CallSample::Credential;

namespace {
/// Replaces each `{parameter}` in a text with an expression that reads its variable.
QString filled(const QString &text, const std::function<QString(const QString &variable)> &expression)
{
    static const QRegularExpression parameter(u"\\{(\\w+)\\}"_s);
    QString result;
    qsizetype at = 0;
    for (auto each = parameter.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        result += text.mid(at, match.capturedStart() - at) + expression(variableOf(match.captured(1)));
        at = match.capturedEnd();
    }
    return result + text.mid(at);
}

QStringList parametersOf(const QString &text)
{
    QStringList variables;
    filled(text, [&](const QString &variable) {
        variables += variable;
        return QString();
    });
    return variables;
}

/// Returns the lines of a text, all but the first indented.
QString indented(const QString &text, int spaces)
{
    return QString(text).replace(u'\n', u'\n' + QString(spaces, u' '));
}

QString jsonText(const QJsonObject &json) { return QString::fromUtf8(QJsonDocument(json).toJson()).trimmed(); }

/// Returns the text as one word of a POSIX shell (POSIX.1-2017, 2.2.2).
QString shellWord(QString text) { return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\''; }

QString inShell(const QString &text)
{
    return u'"' + filled(text, [](const QString &variable) { return u'$' + variable; }) + u'"';
}

QString inJavaScript(const QString &text)
{
    if (parametersOf(text).isEmpty())
        return u'\'' + text + u'\'';
    return u'`' + filled(text, [](const QString &variable) { return u"${"_s + variable + u'}'; }) + u'`';
}

QString inPython(const QString &text)
{
    const QString quoted =
        u'"' + filled(text, [](const QString &variable) { return u"{os.environ['"_s + variable + u"']}"_s; }) + u'"';
    return parametersOf(text).isEmpty() ? quoted : u'f' + quoted;
}

/// Returns a text of C++ with the variables as its arguments.
QString inCpp(const QString &text)
{
    int number = 0;
    const QString pattern = filled(text, [&](const QString &) { return u'%' + QString::number(++number); });
    QStringList arguments;
    for (const QString &variable : parametersOf(text))
        arguments += u"qEnvironmentVariable(\""_s + variable + u"\")"_s;
    return arguments.isEmpty() ? u'"' + text + u'"'
                               : u"QString(\""_s + pattern + u"\").arg("_s + arguments.join(u", "_s) + u')';
}

QString pythonValue(const QJsonValue &value, int margin)
{
    const QString inner = u'\n' + QString(margin + 4, u' ');
    const QString outer = u'\n' + QString(margin, u' ');
    QString members;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            members += inner + u'"' + each.key() + u"\": "_s + pythonValue(each.value(), margin + 4) + u',';
        return members.isEmpty() ? u"{}"_s : u'{' + members + outer + u'}';
    }
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray())
            members += inner + pythonValue(each, margin + 4) + u',';
        return members.isEmpty() ? u"[]"_s : u'[' + members + outer + u']';
    }
    if (value.isBool())
        return value.toBool() ? u"True"_s : u"False"_s;
    if (value.isNull())
        return u"None"_s;
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact); // [value]
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}
}

QString curlSample(const CallSample &sample)
{
    QString command = sample.answer == Answer::File ? u"curl --output answer"_s
        : sample.answer == Answer::Stream           ? u"curl --no-buffer"_s
                                                    : u"curl --include"_s;
    if (sample.method != u"GET"_s)
        command += u" --request "_s + sample.method;
    QStringList parts{command + u' ' + inShell(sample.server + sample.path)};
    if (sample.credential == Credential::User)
        parts += u"--header \"Authorization: Bearer $ACCESS_TOKEN\""_s;
    else if (sample.credential == Credential::App)
        parts += u"--user \"$APP_ID:$APP_KEY\""_s;
    for (const auto &[name, value] : sample.headers)
        parts += u"--header "_s + inShell(name + u": "_s + value);
    if (!sample.file.isEmpty())
        parts +=
            {u"--header "_s + shellWord(u"Content-Type: "_s + sample.bodyType), u"--data-binary @"_s + sample.file};
    for (const auto &[name, value] : sample.form)
        parts += u"--data-urlencode "_s + inShell(name + u'=' + value);
    if (sample.bodyType == u"application/json"_s)
        parts += {u"--header 'Content-Type: application/json'"_s, u"--data "_s + shellWord(jsonText(sample.json))};
    return parts.join(u" \\\n  "_s) + u'\n';
}

QString javaScriptSample(const CallSample &sample)
{
    QString text;
    if (!sample.file.isEmpty() || sample.answer == Answer::File)
        text += u"import { readFile, writeFile } from 'node:fs/promises';\n\n"_s;
    if (const QStringList variables = sample.variables(); !variables.isEmpty())
        text += u"const { "_s + variables.join(u", "_s) + u" } = process.env;\n\n"_s;
    QStringList headers;
    if (sample.credential == Credential::User)
        headers += u"Authorization: `Bearer ${ACCESS_TOKEN}`"_s;
    else if (sample.credential == Credential::App)
        headers += u"Authorization: `Basic ${btoa(`${APP_ID}:${APP_KEY}`)}`"_s;
    for (const auto &[name, value] : sample.headers)
        headers += u'\'' + name + u"': "_s + inJavaScript(value);
    if (!sample.bodyType.isEmpty() && sample.form.isEmpty())
        headers += u"'Content-Type': '"_s + sample.bodyType + u'\'';
    QStringList options;
    if (sample.method != u"GET"_s)
        options += u"method: '"_s + sample.method + u'\'';
    if (!headers.isEmpty())
        options += u"headers: {\n        "_s + headers.join(u",\n        "_s) + u",\n    }"_s;
    QStringList fields;
    for (const auto &[name, value] : sample.form)
        fields += name + u": "_s + inJavaScript(value);
    if (!fields.isEmpty())
        options += u"body: new URLSearchParams({ "_s + fields.join(u", "_s) + u" })"_s;
    else if (!sample.file.isEmpty())
        options += u"body: await readFile('"_s + sample.file + u"')"_s;
    else if (!sample.bodyType.isEmpty())
        options += u"body: JSON.stringify("_s + indented(jsonText(sample.json), 4) + u')';
    text += u"const response = await fetch("_s + inJavaScript(sample.server + sample.path);
    if (!options.isEmpty())
        text += u", {\n    "_s + options.join(u",\n    "_s) + u",\n}"_s;
    text += u");\n"_s;
    if (sample.answer == Answer::File)
        text += u"await writeFile('answer', Buffer.from(await response.arrayBuffer()));\n"_s;
    else if (sample.answer == Answer::Stream)
        text += u"for await (const part of response.body) process.stdout.write(part);\n"_s;
    else
        text += u"console.log(response.status, await response.text());\n"_s;
    return text;
}

QString pythonSample(const CallSample &sample)
{
    QStringList arguments{inPython(sample.server + sample.path)};
    QStringList headers;
    if (sample.credential == Credential::User)
        headers += u"\"Authorization\": f\"Bearer {os.environ['ACCESS_TOKEN']}\""_s;
    for (const auto &[name, value] : sample.headers)
        headers += u'"' + name + u"\": "_s + inPython(value);
    if (!sample.file.isEmpty())
        headers += u"\"Content-Type\": \""_s + sample.bodyType + u'"';
    if (!headers.isEmpty())
        arguments += u"headers={"_s + headers.join(u", "_s) + u'}';
    if (sample.credential == Credential::App)
        arguments += u"auth=(os.environ[\"APP_ID\"], os.environ[\"APP_KEY\"])"_s;
    QStringList fields;
    for (const auto &[name, value] : sample.form)
        fields += u'"' + name + u"\": "_s + inPython(value);
    if (!fields.isEmpty())
        arguments += u"data={"_s + fields.join(u", "_s) + u'}';
    else if (!sample.file.isEmpty())
        arguments += u"data=open(\""_s + sample.file + u"\", \"rb\")"_s;
    else if (!sample.bodyType.isEmpty())
        arguments += u"json="_s + pythonValue(sample.json, 4);
    if (sample.answer == Answer::Stream)
        arguments += u"stream=True"_s;
    QString text = u"import requests\n\n"_s;
    if (!sample.variables().isEmpty())
        text.prepend(u"import os\n\n"_s);
    text +=
        u"response = requests."_s + sample.method.toLower() + u"(\n    "_s + arguments.join(u",\n    "_s) + u",\n)\n"_s;
    if (sample.answer == Answer::File)
        text += u"open(\"answer\", \"wb\").write(response.content)\n"_s;
    else if (sample.answer == Answer::Stream)
        text += u"for line in response.iter_lines():\n    print(line.decode())\n"_s;
    else
        text += u"print(response.status_code, response.text)\n"_s;
    return text;
}

QString cppSample(const CallSample &sample)
{
    QStringList headers{u"<QCoreApplication>"_s, u"<QNetworkAccessManager>"_s, u"<QNetworkReply>"_s};
    if (!sample.file.isEmpty() || sample.answer == Answer::File)
        headers.insert(1, u"<QFile>"_s);
    if (!sample.form.isEmpty())
        headers += u"<QUrlQuery>"_s;
    QString text = u"#include "_s + headers.join(u"\n#include "_s)
        + u"\n\n#include <cstdio>\n\nint main(int argc, char *argv[])\n{\n"
          "    QCoreApplication application(argc, argv);\n    QNetworkAccessManager network;\n"_s;
    text += u"    QNetworkRequest request(QUrl("_s + inCpp(sample.server + sample.path) + u"));\n"_s;
    const auto header = [&text](const QString &name, const QString &value) {
        text += u"    request.setRawHeader(\""_s + name + u"\", "_s + value + u");\n"_s;
    };
    if (sample.credential == Credential::User)
        header(u"Authorization"_s, u"\"Bearer \" + qgetenv(\"ACCESS_TOKEN\")"_s);
    else if (sample.credential == Credential::App)
        header(u"Authorization"_s, u"\"Basic \" + (qgetenv(\"APP_ID\") + ':' + qgetenv(\"APP_KEY\")).toBase64()"_s);
    for (const auto &[name, value] : sample.headers)
        header(name, inCpp(value) + (parametersOf(value).isEmpty() ? QString() : u".toUtf8()"_s));
    if (!sample.bodyType.isEmpty())
        header(u"Content-Type"_s, u'"' + sample.bodyType + u'"');
    QString body;
    if (!sample.form.isEmpty()) {
        text += u"    QUrlQuery form;\n"_s;
        for (const auto &[name, value] : sample.form)
            text += u"    form.addQueryItem(\""_s + name + u"\", "_s + inCpp(value) + u");\n"_s;
        body = u", form.toString(QUrl::FullyEncoded).toUtf8()"_s;
    } else if (!sample.file.isEmpty()) {
        text += u"    QFile file(\""_s + sample.file + u"\");\n    file.open(QFile::ReadOnly);\n"_s;
        body = u", file.readAll()"_s;
    } else if (!sample.bodyType.isEmpty()) {
        body = u", R\"json("_s + jsonText(sample.json) + u")json\""_s;
    }
    text +=
        u"    QNetworkReply *reply = network.sendCustomRequest(request, \""_s + sample.method + u'"' + body + u");\n"_s;
    if (sample.answer == Answer::Stream)
        text += u"    QObject::connect(reply, &QNetworkReply::readyRead,\n"
                "                     [reply] { std::printf(\"%s\", reply->readAll().constData()); });\n"_s;
    text += u"    QObject::connect(reply, &QNetworkReply::finished, [reply] {\n"_s;
    if (sample.answer == Answer::File)
        text += u"        QFile answer(\"answer\");\n        answer.open(QFile::WriteOnly);\n"
                "        answer.write(reply->readAll());\n"_s;
    else
        text += u"        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();\n"
                "        std::printf(\"%d %s\\n\", status, reply->readAll().constData());\n"_s;
    return text + u"        QCoreApplication::quit();\n    });\n    return application.exec();\n}\n"_s;
}
