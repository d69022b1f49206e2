<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Feedback</name>
    <message numerus="yes">
        <source>That was too often. Try again in %n second(s).</source>
        <translation>
            <numerusform>That was too often. Try again in %n second.</numerusform>
            <numerusform>That was too often. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
