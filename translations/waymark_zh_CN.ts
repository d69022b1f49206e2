<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Support access</source>
        <translation>客服访问</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>没有此类记录</translation>
    </message>
    <message>
        <source>Sign-ins, changes of keys and roles, and every look of support staff are written down here.</source>
        <translation>登录、密钥与角色的变更，以及客服人员的每次查看都会记录在此。</translation>
    </message>
    <message>
        <source>%1 (support)</source>
        <translation>%1（客服）</translation>
    </message>
</context>
<context>
    <name>AddCameraDialog</name>
    <message>
        <source>Add a camera</source>
        <translation>添加摄像头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>大门</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>User name (optional)</source>
        <translation>用户名（可选）</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>密码（可选）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Street and number</source>
        <translation>街道和门牌号</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>补充地址</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>省 / 地区</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Two letters, such as DE or CN</source>
        <translation>两个字母，例如 CN 或 DE</translation>
    </message>
</context>
<context>
    <name>AppPage</name>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Trial until %1, %2 calls a day</source>
        <translation>试用至 %1，每天 %2 次调用</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>应用信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Redirect URIs, one a line</source>
        <translation>重定向 URI，每行一个</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>No calls in the last 30 days. They are counted here within seconds.</source>
        <translation>最近 30 天没有调用。调用会在数秒内计入此处。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Web origins, one a line</source>
        <translation>网页来源，每行一个</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除应用</translation>
    </message>
    <message>
        <source>Its keys end, and whoever uses it is signed out of it. Type the app&apos;s name to remove it for good.</source>
        <translation>其密钥将失效，所有使用者都会退出登录。输入应用名称以永久移除。</translation>
    </message>
    <message>
        <source>The app&apos;s name</source>
        <translation>应用名称</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>AppsPage</name>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>No apps yet</source>
        <translation>还没有应用</translation>
    </message>
    <message>
        <source>Register your first app to get an app ID and a key. With them it calls the API.</source>
        <translation>注册第一个应用，即可获得应用 ID 和密钥，并用它们调用 API。</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>会话已结束</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>密码已更改</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>密码已重设</translation>
    </message>
    <message>
        <source>Account registered</source>
        <translation>账户已注册</translation>
    </message>
    <message>
        <source>Address verified</source>
        <translation>地址已验证</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>账户资料已更改</translation>
    </message>
    <message>
        <source>Account status changed</source>
        <translation>账户状态已更改</translation>
    </message>
    <message>
        <source>User created</source>
        <translation>用户已创建</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>角色已更改</translation>
    </message>
    <message>
        <source>App created</source>
        <translation>应用已创建</translation>
    </message>
    <message>
        <source>App changed</source>
        <translation>应用已更改</translation>
    </message>
    <message>
        <source>App status changed</source>
        <translation>应用状态已更改</translation>
    </message>
    <message>
        <source>App removed</source>
        <translation>应用已移除</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>密钥已更换</translation>
    </message>
    <message>
        <source>Signing key rotated</source>
        <translation>签名密钥已更换</translation>
    </message>
    <message>
        <source>One-time token made</source>
        <translation>已生成一次性令牌</translation>
    </message>
    <message>
        <source>App let in</source>
        <translation>已授权应用</translation>
    </message>
    <message>
        <source>App shut out</source>
        <translation>已撤销应用授权</translation>
    </message>
    <message>
        <source>Sign-in linked</source>
        <translation>已关联登录方式</translation>
    </message>
    <message>
        <source>Sign-in unlinked</source>
        <translation>已解除登录方式</translation>
    </message>
    <message>
        <source>Support let in</source>
        <translation>已允许客服访问</translation>
    </message>
    <message>
        <source>Support shut out</source>
        <translation>已结束客服访问</translation>
    </message>
    <message>
        <source>Support searched</source>
        <translation>客服已搜索</translation>
    </message>
    <message>
        <source>Support looked</source>
        <translation>客服已查看</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>已共享</translation>
    </message>
    <message>
        <source>Share ended</source>
        <translation>共享已结束</translation>
    </message>
</context>
<context>
    <name>BoxedPicture</name>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>无法显示图片。</translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this camera?</source>
        <translation>移除这个摄像头？</translation>
    </message>
    <message>
        <source>It goes into the bin, and is no longer watched or recorded.</source>
        <translation>它将被移入回收站，不再被监看或录制。</translation>
    </message>
    <message>
        <source>Live picture of %1</source>
        <translation>%1 的实时画面</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Full quality</source>
        <translation>原始画质</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>%1 pictures a second</source>
        <translation>每秒 %1 帧</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Latest marks</source>
        <translation>最新标记</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>还没有任何动静。</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>共享者</translation>
    </message>
</context>
<context>
    <name>CameraSection</name>
    <message>
        <source>From %1, until %2</source>
        <translation>来自 %1，到 %2 为止</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>来自 %1</translation>
    </message>
</context>
<context>
    <name>CameraTile</name>
    <message>
        <source>Live picture of %1</source>
        <translation>%1 的实时画面</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>What to do with %1</source>
        <translation>对 %1 的操作</translation>
    </message>
</context>
<context>
    <name>CamerasPage</name>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>添加摄像头</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>还没有摄像头</translation>
    </message>
    <message>
        <source>Add a camera by its RTSP address. Its picture appears here a moment later.</source>
        <translation>输入 RTSP 地址添加摄像头，画面稍后就会出现在这里。</translation>
    </message>
    <message>
        <source>Show as a wall</source>
        <translation>显示为画面墙</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>显示为列表</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Remove this group?</source>
        <translation>移除此分组？</translation>
    </message>
    <message>
        <source>Its cameras stay, without a group. Whoever sees them by this group sees them no longer.</source>
        <translation>其中的摄像头会保留，但不再属于任何分组。通过此分组查看它们的人将无法再查看。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>共享…</translation>
    </message>
    <message>
        <source>Move into “%1”</source>
        <translation>移入“%1”</translation>
    </message>
    <message>
        <source>Take out of its group</source>
        <translation>移出分组</translation>
    </message>
    <message>
        <source>Without a group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>No camera is in this group. Move one here from its menu.</source>
        <translation>此分组中没有摄像头。可从摄像头的菜单将其移入。</translation>
    </message>
    <message>
        <source>Share the group %1</source>
        <translation>共享分组 %1</translation>
    </message>
    <message>
        <source>Remove the group %1</source>
        <translation>移除分组 %1</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>与我共享</translation>
    </message>
    <message>
        <source>What others share with you could not be read: %1</source>
        <translation>无法读取他人与您共享的内容：%1</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Change the group %1</source>
        <translation>更改分组“%1”</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>Change the channel</source>
        <translation>更改渠道</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>新渠道</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Web hook</source>
        <translation>网络钩子</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>My program</source>
        <translation>我的程序</translation>
    </message>
    <message>
        <source>My mail</source>
        <translation>我的邮箱</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>Requests are signed as the Standard Webhooks specification says.</source>
        <translation>请求按 Standard Webhooks 规范签名。</translation>
    </message>
    <message>
        <source>The address of one of your account&apos;s users.</source>
        <translation>须为您账户中某位用户的地址。</translation>
    </message>
    <message>
        <source>Tell of everything</source>
        <translation>通知所有事项</translation>
    </message>
    <message>
        <source>Of all cameras</source>
        <translation>所有摄像头</translation>
    </message>
    <message>
        <source>Keep quiet for some hours a day; what happens then waits</source>
        <translation>每天某些时段保持安静，期间的通知稍后发送</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a time of the day</comment>
        <translation>从</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time of the day</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>新密钥…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ChannelsPanel</name>
    <message>
        <source>Only the portal tells you</source>
        <translation>目前仅在门户中通知您</translation>
    </message>
    <message>
        <source>Add a channel to get notifications by e-mail, or to have them sent to a program of yours as signed web hooks.</source>
        <translation>添加渠道后，您可以通过电子邮件接收通知，或以带签名的网络钩子发送到您的程序。</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>添加渠道</translation>
    </message>
    <message numerus="yes">
        <source>%n type(s)</source>
        <translation>
            <numerusform>%n 种类型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n 个摄像头</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet from %1 to %2</source>
        <translation>%1 至 %2 免打扰</translation>
    </message>
    <message>
        <source>Switched off: %1</source>
        <translation>已停用：%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>后一天</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 个未读</numerusform>
        </translation>
    </message>
    <message>
        <source>All days</source>
        <translation>所有日期</translation>
    </message>
</context>
<context>
    <name>DayTimeline</name>
    <message>
        <source>No marks on this day</source>
        <translation>这一天没有标记</translation>
    </message>
    <message>
        <source>The first thousand marks of the day are drawn.</source>
        <translation>仅绘制当天前一千个标记。</translation>
    </message>
</context>
<context>
    <name>DeliveriesPanel</name>
    <message>
        <source>All channels</source>
        <translation>所有渠道</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>尚未发送任何内容</translation>
    </message>
    <message>
        <source>Every notification that goes through a channel is listed here, with each attempt and what was sent.</source>
        <translation>通过渠道发送的每条通知都列在这里，包括每次尝试和发送内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>尝试 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Delivery</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>It was not tried yet.</source>
        <translation>尚未尝试发送。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>第 %1 次：%2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Language and colours</source>
        <translation>语言和颜色</translation>
    </message>
</context>
<context>
    <name>EntranceForm</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>FaceNames</name>
    <message>
        <source>Neutral</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>Happy</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>生气</translation>
    </message>
    <message>
        <source>Fearful</source>
        <translation>害怕</translation>
    </message>
    <message>
        <source>Disgusted</source>
        <translation>厌恶</translation>
    </message>
    <message>
        <source>Surprised</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>Open, %1</source>
        <translation>睁开，%1</translation>
    </message>
    <message>
        <source>Closed, %1</source>
        <translation>闭合，%1</translation>
    </message>
    <message>
        <source>Yes, %1</source>
        <translation>是，%1</translation>
    </message>
    <message>
        <source>No, %1</source>
        <translation>否，%1</translation>
    </message>
</context>
<context>
    <name>FaceOverlay</name>
    <message numerus="yes">
        <source>Picture with %n face(s)</source>
        <translation>
            <numerusform>含 %n 张人脸的图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Face %1</source>
        <translation>人脸 %1</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>A face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Smiles</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>左眼</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>右眼</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Yaw %1°, pitch %2°, roll %3°</source>
        <translation>偏航 %1°，俯仰 %2°，翻滚 %3°</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source> (blurred)</source>
        <translation>（模糊）</translation>
    </message>
    <message>
        <source>This face is too small in the picture to be read.</source>
        <translation>此人脸在图片中太小，无法分析。</translation>
    </message>
    <message>
        <source>Not all of this face could be read.</source>
        <translation>此人脸的部分信息无法分析。</translation>
    </message>
</context>
<context>
    <name>FacesModel</name>
    <message>
        <source>This file cannot be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>This picture is too large: 16 MB at most.</source>
        <translation>图片太大：最大 16 MB。</translation>
    </message>
    <message>
        <source>This is not a JPEG, PNG, WebP or BMP picture.</source>
        <translation>这不是 JPEG、PNG、WebP 或 BMP 图片。</translation>
    </message>
    <message>
        <source>This picture has too many pixels: 40 million at most.</source>
        <translation>图片像素过多：最多 4000 万。</translation>
    </message>
    <message>
        <source>This picture is too small: 16 pixels each way at least.</source>
        <translation>图片太小：每边至少 16 像素。</translation>
    </message>
    <message>
        <source>This picture is damaged.</source>
        <translation>图片已损坏。</translation>
    </message>
    <message>
        <source>The server has too many pictures to look at just now. Try again in a moment.</source>
        <translation>服务器当前待分析的图片过多，请稍后再试。</translation>
    </message>
</context>
<context>
    <name>FacesPage</name>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>What do faces tell?</source>
        <translation>人脸透露了什么？</translation>
    </message>
    <message>
        <source>Drop a picture here, or choose one. It is looked at and not kept.</source>
        <translation>将图片拖到此处，或选择一张。图片只作分析，不会保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n 张人脸</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>第 %1 张人脸，共 %2 张</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>未发现人脸</translation>
    </message>
    <message>
        <source>A face has to be seen from the front, and to be large enough.</source>
        <translation>人脸须为正面，且足够大。</translation>
    </message>
    <message>
        <source>This server cannot look for faces</source>
        <translation>此服务器无法识别人脸</translation>
    </message>
    <message>
        <source>The models for it are not installed. Whoever runs the server installs them with scripts/install-models; it need not be started again.</source>
        <translation>所需的模型尚未安装。服务器管理员可用 scripts/install-models 安装，无需重新启动。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Drop the picture here</source>
        <translation>将图片拖放到此处</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>The server takes too long to answer.</source>
        <translation>服务器响应超时。</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense. Is it a Waymark server?</source>
        <translation>无法理解服务器的响应。它是 Waymark 服务器吗？</translation>
    </message>
    <message>
        <source>The address or the password is wrong.</source>
        <translation>邮箱地址或密码不正确。</translation>
    </message>
    <message>
        <source>This account is not active. Has its address been verified?</source>
        <translation>此账户未激活。邮箱地址验证过了吗？</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>You are not signed in any more.</source>
        <translation>您已不在登录状态。</translation>
    </message>
    <message>
        <source>You may not do that.</source>
        <translation>您没有权限执行此操作。</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>它已不存在。</translation>
    </message>
    <message>
        <source>Somebody else has changed it meanwhile. Look at it again first.</source>
        <translation>内容已被他人修改，请先重新查看。</translation>
    </message>
    <message>
        <source>Please check what is marked.</source>
        <translation>请检查标出的内容。</translation>
    </message>
    <message numerus="yes">
        <source>That was too often. Try again in %n second(s).</source>
        <translation>
            <numerusform>操作过于频繁，请在 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server cannot do that yet.</source>
        <translation>服务器尚不支持此功能。</translation>
    </message>
    <message>
        <source>Something went wrong in the server. (%1)</source>
        <translation>服务器出错了。（%1）</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>内容过长。</translation>
    </message>
    <message>
        <source>This does not look right.</source>
        <translation>格式不正确。</translation>
    </message>
    <message>
        <source>This is not the code, or it is too old.</source>
        <translation>验证码不正确或已过期。</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>这个密码太容易被猜到。</translation>
    </message>
    <message>
        <source>This is not allowed here.</source>
        <translation>此处不允许这样填写。</translation>
    </message>
    <message>
        <source>You have been signed out. Please sign in again.</source>
        <translation>您已退出登录，请重新登录。</translation>
    </message>
    <message>
        <source>A mode names this zone. Change the mode first.</source>
        <translation>有模式使用此区域。请先修改该模式。</translation>
    </message>
    <message>
        <source>Cameras without a mode of their own are watched for this one.</source>
        <translation>没有自己模式的摄像头按此模式监看。</translation>
    </message>
    <message>
        <source>This outline crosses itself.</source>
        <translation>此轮廓与自身相交。</translation>
    </message>
</context>
<context>
    <name>ForgotPasswordPage</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Set a new password</source>
        <translation>设置新密码</translation>
    </message>
    <message>
        <source>We send a code to your address.</source>
        <translation>我们会向您的邮箱发送验证码。</translation>
    </message>
    <message>
        <source>If %1 has an account, a code is on its way.</source>
        <translation>如果 %1 拥有账户，验证码正在发送途中。</translation>
    </message>
    <message>
        <source>Choose a strong one: long, and yours alone.</source>
        <translation>请选择强密码：足够长，且只在此处使用。</translation>
    </message>
    <message>
        <source>Your new password holds. Sign in with it.</source>
        <translation>新密码已生效，请用它登录。</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>发送验证码</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>一楼</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>由系统决定</translation>
    </message>
    <message>
        <source>Change the group</source>
        <translation>更改分组</translation>
    </message>
    <message>
        <source>Watched for</source>
        <translation>监看内容</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>A camera with a mode of its own keeps it.</source>
        <translation>已设置自身模式的摄像头保持不变。</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>A key proves that a call comes from your app. It is shown once, when it is made.</source>
        <translation>密钥证明调用来自您的应用。它只在生成时显示一次。</translation>
    </message>
    <message>
        <source>The app has no key.</source>
        <translation>此应用没有密钥。</translation>
    </message>
    <message numerus="yes">
        <source>ends in %n day(s)</source>
        <translation>
            <numerusform>%n 天后失效</numerusform>
        </translation>
    </message>
    <message>
        <source>ends in %1:%2:%3</source>
        <translation>%1:%2:%3 后失效</translation>
    </message>
    <message>
        <source>The new key: keep it now, it is not shown again</source>
        <translation>新密钥：请立即保存，不会再次显示</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>生成于 %1</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>新密钥…</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>The key of now serves on for a while, so that you can put the new one in its place everywhere. If it has leaked, end it at once.</source>
        <translation>现有密钥会继续有效一段时间，以便您在各处换上新密钥。如果密钥已泄露，请立即使其失效。</translation>
    </message>
    <message>
        <source>End the old key at once</source>
        <translation>旧密钥立即失效</translation>
    </message>
    <message>
        <source>It serves on for an hour</source>
        <translation>继续有效一小时</translation>
    </message>
    <message>
        <source>It serves on for a day</source>
        <translation>继续有效一天</translation>
    </message>
    <message>
        <source>It serves on for a week</source>
        <translation>继续有效一周</translation>
    </message>
    <message>
        <source>Grace time</source>
        <translation>宽限期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>生成密钥</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LocalMail</name>
    <message>
        <source>Mail on this computer</source>
        <translation>本机上的邮件</translation>
    </message>
    <message>
        <source>Mail will appear here in a moment.</source>
        <translation>邮件稍后会出现在这里。</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>收件人：%1</translation>
    </message>
    <message>
        <source>Use the code %1</source>
        <translation>使用验证码 %1</translation>
    </message>
</context>
<context>
    <name>MarkFilterDialog</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>所有区域</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>所有摄像头</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>所有分组</translation>
    </message>
    <message>
        <source>All modes</source>
        <translation>所有模式</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>所见内容</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Score of at least %1 %</source>
        <translation>分数不低于 %1 %</translation>
    </message>
    <message>
        <source>Any score</source>
        <translation>任意分数</translation>
    </message>
    <message>
        <source>Least score</source>
        <translation>最低分数</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MarkNames</name>
    <message>
        <source>Motion</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>The clip is being made…</source>
        <translation>正在生成片段…</translation>
    </message>
    <message>
        <source>Part of the clip is missing.</source>
        <translation>片段缺少一部分。</translation>
    </message>
    <message>
        <source>The clip could not be made.</source>
        <translation>无法生成片段。</translation>
    </message>
    <message>
        <source>The clip is no longer kept.</source>
        <translation>片段已不再保留。</translation>
    </message>
    <message>
        <source>%1 of the picture moved; %2 is enough</source>
        <translation>画面中有 %1 在移动（达到 %2 即触发）</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) seen</source>
        <translation>
            <numerusform>看到 %n 张人脸</numerusform>
        </translation>
    </message>
    <message>
        <source>The stream was lost</source>
        <translation>视频流中断</translation>
    </message>
    <message>
        <source>The scene was covered</source>
        <translation>画面被遮挡</translation>
    </message>
</context>
<context>
    <name>MarkPage</name>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>已移入回收站</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件详情</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>It is still going on.</source>
        <translation>仍在进行。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已就绪</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>going on</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>已移入回收站</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread (%1)</source>
        <translation>未读（%1）</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>全部已读</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>还没有标记</translation>
    </message>
    <message>
        <source>What you throw away stays here for 30 days.</source>
        <translation>丢弃的内容会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>New marks appear here by themselves.</source>
        <translation>新标记会自动出现在这里。</translation>
    </message>
    <message>
        <source>When something moves in front of a camera, it appears here by itself.</source>
        <translation>当摄像头前有动静时，标记会自动出现在这里。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Filters (%1)</source>
        <translation>筛选（%1）</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>已标为已读</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>已标为未读</translation>
    </message>
    <message>
        <source>No such marks</source>
        <translation>没有符合条件的标记</translation>
    </message>
    <message>
        <source>Nothing fits the filters.</source>
        <translation>没有符合筛选条件的标记。</translation>
    </message>
    <message>
        <source>Nothing was marked on this day.</source>
        <translation>这一天没有任何标记。</translation>
    </message>
</context>
<context>
    <name>ModeClause</name>
    <message>
        <source>all that is watched</source>
        <translation>所有被监看的部分</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>zone, camera</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>whatever its look</source>
        <translation>不论表情</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>something moves</source>
        <translation>有物体移动</translation>
    </message>
    <message>
        <source>a face is seen</source>
        <translation>看到人脸</translation>
    </message>
    <message>
        <source>the scene is covered</source>
        <translation>画面被遮挡</translation>
    </message>
    <message>
        <source>the stream is lost</source>
        <translation>视频流中断</translation>
    </message>
    <message>
        <source>in</source>
        <comment>a zone</comment>
        <translation>在</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>a small thing is enough</source>
        <translation>小的物体即可</translation>
    </message>
    <message>
        <source>as large as a person</source>
        <translation>如人一般大</translation>
    </message>
    <message>
        <source>only what is large</source>
        <translation>仅大的物体</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
</context>
<context>
    <name>ModePage</name>
    <message>
        <source>When</source>
        <translation>当</translation>
    </message>
    <message>
        <source>and</source>
        <translation>并且</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或者</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>New mode</source>
        <translation>新建模式</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This mode is the system&apos;s, and can only be looked at.</source>
        <translation>此模式属于系统，只能查看。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Somebody at the door</source>
        <translation>门口有人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>An app has set conditions that this page cannot show. They stay as they are.</source>
        <translation>应用设置了此页面无法显示的条件。它们保持不变。</translation>
    </message>
    <message>
        <source>Another condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>One is enough</source>
        <translation>满足其一</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>同时满足</translation>
    </message>
    <message>
        <source>for at least</source>
        <translation>至少持续</translation>
    </message>
    <message>
        <source>Seconds that it must last</source>
        <translation>须持续的秒数</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>An app has set times that this page cannot show. They stay as they are.</source>
        <translation>应用设置了此页面无法显示的时间。它们保持不变。</translation>
    </message>
    <message>
        <source>Then make a mark</source>
        <translation>则做标记</translation>
    </message>
    <message>
        <source>with a clip</source>
        <translation>附带片段</translation>
    </message>
    <message>
        <source>and tell me</source>
        <translation>并通知我</translation>
    </message>
    <message>
        <source>and wait</source>
        <comment>some seconds</comment>
        <translation>并等待</translation>
    </message>
    <message>
        <source>Seconds until the next mark</source>
        <translation>到下一个标记的秒数</translation>
    </message>
    <message>
        <source>seconds before the next</source>
        <translation>秒后才做下一个</translation>
    </message>
    <message>
        <source>and over pauses of</source>
        <translation>且停顿不超过</translation>
    </message>
    <message>
        <source>Seconds of pause that do not end it</source>
        <translation>不会使其结束的停顿秒数</translation>
    </message>
    <message>
        <source>at most</source>
        <comment>some marks an hour</comment>
        <translation>最多</translation>
    </message>
    <message>
        <source>Marks an hour</source>
        <translation>每小时标记数</translation>
    </message>
    <message>
        <source>marks an hour</source>
        <translation>个标记/小时</translation>
    </message>
    <message>
        <source>marks an hour: any number</source>
        <translation>个标记/小时：不限</translation>
    </message>
</context>
<context>
    <name>ModeRemoval</name>
    <message>
        <source>Remove this mode?</source>
        <translation>移除此模式？</translation>
    </message>
    <message>
        <source>Cameras and groups that are watched for it are then watched for:</source>
        <translation>按此模式监看的摄像头和分组将改为：</translation>
    </message>
    <message>
        <source>Mode in its place</source>
        <translation>替代模式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ModeSchedule</name>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>At certain times</source>
        <translation>特定时间</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a time of the day</comment>
        <translation>从</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time of the day</comment>
        <translation>到</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>on the next day</source>
        <translation>次日</translation>
    </message>
</context>
<context>
    <name>ModeWords</name>
    <message>
        <source>a zone</source>
        <translation>某个区域</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>fearful</source>
        <translation>恐惧</translation>
    </message>
    <message>
        <source>disgusted</source>
        <translation>厌恶</translation>
    </message>
    <message>
        <source>surprised</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>something moves in %1</source>
        <translation>%1内有物体移动</translation>
    </message>
    <message>
        <source>something moves</source>
        <translation>有物体移动</translation>
    </message>
    <message>
        <source>a %1 face is seen</source>
        <translation>看到%1的人脸</translation>
    </message>
    <message>
        <source>a face is seen</source>
        <translation>看到人脸</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a face is seen; zone</comment>
        <translation>在%2%1</translation>
    </message>
    <message>
        <source>the stream is lost</source>
        <translation>视频流中断</translation>
    </message>
    <message>
        <source>the scene is covered</source>
        <translation>画面被遮挡</translation>
    </message>
    <message>
        <source>the conditions of an app hold</source>
        <translation>满足应用设置的条件</translation>
    </message>
    <message>
        <source> and </source>
        <translation>并且</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或者</translation>
    </message>
    <message>
        <source>at several times</source>
        <translation>在多个时段</translation>
    </message>
    <message>
        <source>every day %1</source>
        <comment>18:00–06:00</comment>
        <translation>每天 %1</translation>
    </message>
    <message>
        <source>on weekdays %1</source>
        <comment>18:00–06:00</comment>
        <translation>工作日 %1</translation>
    </message>
    <message>
        <source>at weekends %1</source>
        <comment>18:00–06:00</comment>
        <translation>周末 %1</translation>
    </message>
    <message>
        <source>on %1 %2</source>
        <comment>Mon, Tue; 18:00–06:00</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>When %1 for %2 s</source>
        <translation>当%1持续 %2 秒</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>当%1时</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>When something moves; on weekdays</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, make a mark and wait %2 s.</source>
        <translation>%1，做标记并等待 %2 秒。</translation>
    </message>
    <message>
        <source>%1, make a mark.</source>
        <translation>%1，做标记。</translation>
    </message>
</context>
<context>
    <name>ModesPage</name>
    <message>
        <source>Modes</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>New mode</source>
        <translation>新建模式</translation>
    </message>
    <message>
        <source>No modes yet</source>
        <translation>还没有模式</translation>
    </message>
    <message>
        <source>A mode says what a camera is watched for, when, and what happens then.</source>
        <translation>模式说明监看摄像头的什么内容、何时监看以及随后做什么。</translation>
    </message>
    <message>
        <source>Of the system</source>
        <translation>系统模式</translation>
    </message>
    <message>
        <source>This server does not evaluate: %1</source>
        <translation>此服务器不判断：%1</translation>
    </message>
</context>
<context>
    <name>NewAppPage</name>
    <message>
        <source>Your app is registered</source>
        <translation>应用已注册</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>Active at once, for 30 days and 10,000 calls a day.</source>
        <translation>立即生效，为期 30 天，每天 10,000 次调用。</translation>
    </message>
    <message>
        <source>Without an end; active as soon as its order is paid.</source>
        <translation>没有期限；订单付款后即生效。</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What it does, in a sentence or two</source>
        <translation>用一两句话说明它的用途</translation>
    </message>
    <message>
        <source>Register app</source>
        <translation>注册应用</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>应用密钥</translation>
    </message>
    <message>
        <source>Copy the key now and keep it safe: it is not shown again.</source>
        <translation>请立即复制密钥并妥善保管：它不会再次显示。</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>我已复制</translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>Nothing is unread</source>
        <translation>没有未读通知</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有任何通知</translation>
    </message>
    <message>
        <source>Cameras that are lost and found, marks, orders and keys are told here.</source>
        <translation>摄像头断开与恢复、标记、订单和密钥的消息会显示在这里。</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>A camera is lost</source>
        <translation>摄像头已断开</translation>
    </message>
    <message>
        <source>A camera is back</source>
        <translation>摄像头已恢复</translation>
    </message>
    <message>
        <source>A camera has changed</source>
        <translation>摄像头已更改</translation>
    </message>
    <message>
        <source>Something is seen</source>
        <translation>发现动静</translation>
    </message>
    <message>
        <source>It is seen more clearly</source>
        <translation>画面更清晰</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>An order is paid</source>
        <translation>订单已付款</translation>
    </message>
    <message>
        <source>A trial ends soon</source>
        <translation>试用即将结束</translation>
    </message>
    <message>
        <source>An app&apos;s key was replaced</source>
        <translation>应用密钥已更换</translation>
    </message>
    <message>
        <source>A picture was looked at for faces</source>
        <translation>图片的人脸分析已完成</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Several at once</source>
        <translation>多条合并</translation>
    </message>
    <message>
        <source>A test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Sent with others</source>
        <translation>已合并发送</translation>
    </message>
    <message>
        <source>Web hook</source>
        <translation>网络钩子</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已交付</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>仅未读</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>添加渠道</translation>
    </message>
    <message>
        <source>A test is on its way through “%1”.</source>
        <translation>测试通知正通过“%1”发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) are sent once more.</source>
        <translation>
            <numerusform>正在重新发送 %n 条通知。</numerusform>
        </translation>
    </message>
    <message>
        <source>News</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>发送记录</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>移除“%1”？</translation>
    </message>
    <message>
        <source>What still waits for this channel is not sent any more, and its deliveries are forgotten.</source>
        <translation>仍在等待此渠道的通知将不再发送，其发送记录也会删除。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Make a new secret?</source>
        <translation>生成新密钥？</translation>
    </message>
    <message>
        <source>For a day requests are signed with both, so that your program can change over.</source>
        <translation>一天之内请求将同时使用新旧密钥签名，以便您的程序切换。</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>Send everything again?</source>
        <translation>全部重新发送？</translation>
    </message>
    <message>
        <source>All of the last 24 hours goes through this channel once more. Your program tells repetitions by their id.</source>
        <translation>过去 24 小时的所有通知将再次通过此渠道发送。您的程序可通过编号识别重复通知。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
</context>
<context>
    <name>OrderDesk</name>
    <message>
        <source>All plans and apps</source>
        <translation>所有套餐和应用</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>In the last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>In the last week</source>
        <translation>最近一周</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>In the last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>When it was made</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>No such order</source>
        <translation>没有符合条件的订单</translation>
    </message>
    <message>
        <source>What anybody orders is listed here.</source>
        <translation>所有人的订单都列在这里。</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Waiting for the payment</source>
        <translation>等待付款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>付款失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Set as paid</source>
        <translation>设为已付款</translation>
    </message>
    <message>
        <source>Set as failed</source>
        <translation>设为付款失败</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Set as paid back</source>
        <translation>设为已退款</translation>
    </message>
    <message>
        <source>Let it expire</source>
        <translation>设为已过期</translation>
    </message>
    <message>
        <source>What was ordered is in force at once, as if the payment provider had told so.</source>
        <translation>所订购的内容立即生效，如同支付服务商已确认。</translation>
    </message>
    <message>
        <source>The customer may try to pay again until the order expires.</source>
        <translation>订单到期前，客户可以再次尝试付款。</translation>
    </message>
    <message>
        <source>It cannot be paid any more.</source>
        <translation>此后无法再付款。</translation>
    </message>
    <message>
        <source>What was ordered ends. The money itself goes back at the payment provider.</source>
        <translation>所订购的内容随即终止。款项需在支付服务商处退回。</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>the payment provider</source>
        <translation>支付服务商</translation>
    </message>
    <message>
        <source>the management</source>
        <translation>管理方</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>服务器</translation>
    </message>
    <message numerus="yes">
        <source>Marks are kept for %n day(s)</source>
        <translation>
            <numerusform>标记保留 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n camera(s)</source>
        <translation>
            <numerusform>最多 %n 个摄像头</numerusform>
        </translation>
    </message>
    <message>
        <source>any number of cameras</source>
        <translation>摄像头数量不限</translation>
    </message>
</context>
<context>
    <name>OrdersModel</name>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订购</translation>
    </message>
    <message>
        <source>For</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>Nothing is for sale</source>
        <translation>暂无可购买的套餐</translation>
    </message>
    <message>
        <source>Without a plan everything is kept for everybody.</source>
        <translation>没有套餐时，所有人的内容都会保留。</translation>
    </message>
    <message>
        <source>Add a plan</source>
        <translation>添加套餐</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>Withdraw “%1” from sale?</source>
        <translation>将“%1”下架？</translation>
    </message>
    <message>
        <source>Nobody can order it any more. Whoever has it keeps it until it ends.</source>
        <translation>此后无法再订购。已购买的用户可使用至到期。</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>新套餐</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>保留天数</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Storage, GB</source>
        <translation>存储（GB）</translation>
    </message>
    <message>
        <source>any amount</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put on sale</source>
        <translation>上架</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>The receipt could not be saved.</source>
        <translation>无法保存收据。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Nothing is for sale</source>
        <translation>暂无可购买的套餐</translation>
    </message>
    <message>
        <source>This server keeps everything for everybody.</source>
        <translation>此服务器为所有人保留全部内容。</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续订</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订购</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>订购 %1</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>还没有订单</translation>
    </message>
    <message>
        <source>What you order is listed here, with its history and its receipt.</source>
        <translation>您的订单会列在这里，包括其历史记录和收据。</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
</context>
<context>
    <name>PreferencesMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>跟随系统颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>Some fields need another look.</source>
        <translation>有些字段需要检查。</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Language of mail</source>
        <translation>邮件语言</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>邮寄地址</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>账单地址</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Apps are paid</source>
        <translation>应用付款方式</translation>
    </message>
    <message>
        <source>Not at all: trials only</source>
        <translation>不付款：仅试用</translation>
    </message>
    <message>
        <source>Once a month</source>
        <translation>每月一次</translation>
    </message>
    <message>
        <source>Once a year</source>
        <translation>每年一次</translation>
    </message>
    <message>
        <source>Payment token</source>
        <translation>付款令牌</translation>
    </message>
    <message>
        <source>What your payment provider gave you; never a card number.</source>
        <translation>由您的支付服务商提供；绝不是卡号。</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Check your mail</source>
        <translation>请查收邮件</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>欢迎！</translation>
    </message>
    <message>
        <source>For developers: with it you add cameras and register apps.</source>
        <translation>面向开发者：用它添加摄像头并注册应用。</translation>
    </message>
    <message>
        <source>We have sent a code of six digits to %1.</source>
        <translation>我们已向 %1 发送六位验证码。</translation>
    </message>
    <message>
        <source>Your address is verified. You can sign in now.</source>
        <translation>邮箱地址已验证，现在可以登录了。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>电话（可选）</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>I have an account already</source>
        <translation>我已有账户</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Send again in %1 s</source>
        <translation>%1 秒后可重新发送</translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation>重新发送验证码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>Registration</name>
    <message>
        <source>Very weak</source>
        <translation>非常弱</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>非常强</translation>
    </message>
    <message>
        <source>Make it longer.</source>
        <translation>请设置更长的密码。</translation>
    </message>
    <message>
        <source>Many people use this password, and everybody tries it.</source>
        <translation>许多人使用这个密码，人人都会试它。</translation>
    </message>
    <message>
        <source>Leave out your name and address.</source>
        <translation>请勿包含姓名和邮箱地址。</translation>
    </message>
    <message>
        <source>Repetitions add little.</source>
        <translation>重复的字符作用不大。</translation>
    </message>
    <message>
        <source>Avoid sequences such as abc or 1234.</source>
        <translation>避免 abc 或 1234 这样的序列。</translation>
    </message>
    <message>
        <source>Avoid neighbouring keys such as qwerty.</source>
        <translation>避免 qwerty 这样的相邻按键。</translation>
    </message>
    <message>
        <source>Dates are easy to guess.</source>
        <translation>日期很容易被猜到。</translation>
    </message>
    <message>
        <source>Add another word or two: uncommon ones are better.</source>
        <translation>再加一两个词，越不常见越好。</translation>
    </message>
</context>
<context>
    <name>ReviewKeys</name>
    <message>
        <source>next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>to the bin</source>
        <translation>移至回收站</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ScopeNames</name>
    <message>
        <source>read and change your account</source>
        <translation>读取并更改您的账户</translation>
    </message>
    <message>
        <source>read your account</source>
        <translation>读取您的账户</translation>
    </message>
    <message>
        <source>manage your apps</source>
        <translation>管理您的应用</translation>
    </message>
    <message>
        <source>see your apps</source>
        <translation>查看您的应用</translation>
    </message>
    <message>
        <source>manage your cameras</source>
        <translation>管理您的摄像头</translation>
    </message>
    <message>
        <source>see your cameras</source>
        <translation>查看您的摄像头</translation>
    </message>
    <message>
        <source>share your cameras</source>
        <translation>共享您的摄像头</translation>
    </message>
    <message>
        <source>watch live and recorded video</source>
        <translation>观看直播和录像</translation>
    </message>
    <message>
        <source>manage recordings</source>
        <translation>管理录像</translation>
    </message>
    <message>
        <source>see recordings</source>
        <translation>查看录像</translation>
    </message>
    <message>
        <source>manage marks</source>
        <translation>管理标记</translation>
    </message>
    <message>
        <source>see marks</source>
        <translation>查看标记</translation>
    </message>
    <message>
        <source>change what cameras watch for</source>
        <translation>更改摄像头的关注内容</translation>
    </message>
    <message>
        <source>see what cameras watch for</source>
        <translation>查看摄像头的关注内容</translation>
    </message>
    <message>
        <source>order plans</source>
        <translation>订购套餐</translation>
    </message>
    <message>
        <source>see plans and orders</source>
        <translation>查看套餐和订单</translation>
    </message>
    <message>
        <source>manage notifications</source>
        <translation>管理通知</translation>
    </message>
    <message>
        <source>read notifications</source>
        <translation>读取通知</translation>
    </message>
    <message>
        <source>analyse pictures</source>
        <translation>分析图片</translation>
    </message>
    <message>
        <source>administer this server</source>
        <translation>管理此服务器</translation>
    </message>
    <message>
        <source>know who you are</source>
        <translation>知道您是谁</translation>
    </message>
    <message>
        <source>know your name</source>
        <translation>知道您的姓名</translation>
    </message>
    <message>
        <source>know your e-mail address</source>
        <translation>知道您的电子邮箱</translation>
    </message>
    <message>
        <source>know your phone number</source>
        <translation>知道您的电话号码</translation>
    </message>
    <message>
        <source>stay signed in</source>
        <translation>保持登录</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>The secret of “%1”</source>
        <translation>“%1”的密钥</translation>
    </message>
    <message>
        <source>Your program checks signatures with it. Copy it now: it is not shown again.</source>
        <translation>您的程序用它验证签名。请立即复制，之后不再显示。</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>我已保存</translation>
    </message>
</context>
<context>
    <name>SecurityPanel</name>
    <message>
        <source>The password is changed; everywhere else you are signed out.</source>
        <translation>密码已更改；其他各处均已退出登录。</translation>
    </message>
    <message>
        <source>Signed in on these devices</source>
        <translation>已在这些设备上登录</translation>
    </message>
    <message>
        <source>Nowhere else.</source>
        <translation>没有其他设备。</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>此设备</translation>
    </message>
    <message>
        <source>%1 · from %2 · last used %3</source>
        <translation>%1 · 来自 %2 · 上次使用 %3</translation>
    </message>
    <message>
        <source>unknown program</source>
        <translation>未知程序</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Apps that may use your account</source>
        <translation>可使用您账户的应用</translation>
    </message>
    <message>
        <source>You have not let any app in yet. When one asks to sign you in, it appears here.</source>
        <translation>您尚未授权任何应用。应用请求登录后会显示在此。</translation>
    </message>
    <message>
        <source>May %1. Since %2.</source>
        <translation>可以：%1。自 %2 起。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Other ways to sign in</source>
        <translation>其他登录方式</translation>
    </message>
    <message>
        <source>None: you sign in with your address and password.</source>
        <translation>无：您使用邮箱地址和密码登录。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>解除关联</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password so far</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Withdraw from %1?</source>
        <translation>撤销对 %1 的授权？</translation>
    </message>
    <message>
        <source>The app is signed out at once and can no longer use your account. It may ask you again.</source>
        <translation>该应用会立即退出登录，无法再使用您的账户。它可能会再次请求授权。</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share “%1”</source>
        <translation>共享“%1”</translation>
    </message>
    <message>
        <source>Whoever you name sees the live picture and the marks, and changes nothing. An address that has no account yet sees them once it has one.</source>
        <translation>您指定的人可以查看实时画面和标记，但不能更改任何内容。尚无账户的地址在注册后即可查看。</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>Until I take it back</source>
        <translation>直到我收回</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>一小时</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>For 30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Only you</source>
        <translation>仅您自己</translation>
    </message>
    <message>
        <source>Nobody else may look at it yet.</source>
        <translation>目前没有其他人可以查看。</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>到 %1 为止</translation>
    </message>
    <message>
        <source>Until you take it back</source>
        <translation>直到您收回</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The connection to the server is lost. Trying again…</source>
        <translation>与服务器的连接已断开，正在重试…</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>User menu</source>
        <translation>用户菜单</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>忘记密码？</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
</context>
<context>
    <name>StateBadge</name>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>等待付款</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>SupportAccessPanel</name>
    <message>
        <source>Let support see your cameras</source>
        <translation>允许客服查看您的摄像头</translation>
    </message>
    <message>
        <source>Support staff see your account and whether your cameras work, and never a picture, unless you let them in here. You see below when they looked, and can end it at any time.</source>
        <translation>客服人员可以看到您的账户以及摄像头是否正常，但除非您在此允许，否则绝不会看到画面。您可以在下方看到他们何时查看过，并可随时结束访问。</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>多长时间</translation>
    </message>
    <message>
        <source>Let support in</source>
        <translation>允许客服访问</translation>
    </message>
    <message>
        <source>Support may look until %1.</source>
        <translation>客服可查看至 %1。</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>You have never let support in.</source>
        <translation>您从未允许客服访问。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>They looked %n time(s), last at %1.</source>
        <translation>
            <numerusform>他们查看过 %n 次，最近一次在 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>They have not looked.</source>
        <translation>他们没有查看过。</translation>
    </message>
</context>
<context>
    <name>SupportAccountPage</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>The owner lets you see pictures until %1. Each look is written down.</source>
        <translation>账户所有者允许您查看画面至 %1。每次查看都会被记录。</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message numerus="yes">
        <source>in %n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>People</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>%1 calls today</source>
        <translation>今天 %1 次调用</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Deactivate this account?</source>
        <translation>停用此账户？</translation>
    </message>
    <message>
        <source>Everybody in it is signed out at once, and its apps and users are refused until it is active again.</source>
        <translation>其中所有人会立即退出登录；在重新启用之前，其应用和用户都会被拒绝。</translation>
    </message>
    <message>
        <source>%1 will be: %2. It takes effect at the next call.</source>
        <translation>%1 将成为：%2。下次调用时生效。</translation>
    </message>
    <message>
        <source>Change the role?</source>
        <translation>更改角色？</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>SupportOrderPage</name>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Only administrators take an order further.</source>
        <translation>只有管理员可以推进订单。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>操作者：%1</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Why? It is kept with the order.</source>
        <translation>原因（将随订单保存）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Add a plan</source>
        <translation>添加套餐</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
</context>
<context>
    <name>SupportSearch</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Address, name, phone, app, camera, order or id</source>
        <translation>地址、姓名、电话、应用、摄像头、订单或编号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Whatever you look up is written down, and the account&apos;s owner can read it.</source>
        <translation>您查阅的一切都会被记录，账户所有者可以看到。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>Try the beginning of a word, a whole address, or an id.</source>
        <translation>请尝试词首、完整地址或编号。</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>照片和视频</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>What you throw away stays here for 30 days.</source>
        <translation>丢弃的内容会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>Thrown away %1, gone for good %2</source>
        <translation>%1 移入回收站，%2 永久删除</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>%1: %2 calls, %3 of them failed</source>
        <translation>%1：%2 次调用，其中 %3 次失败</translation>
    </message>
    <message>
        <source>%1 calls in %2 days, %3 of them failed</source>
        <translation>%2 天内 %1 次调用，其中 %3 次失败</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>The video cannot be played.</source>
        <translation>无法播放视频。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>播放位置</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>As the group or the system says</source>
        <translation>按分组或系统的设置</translation>
    </message>
    <message>
        <source>Watched for</source>
        <translation>监看内容</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Watch for this</source>
        <translation>按此监看</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your cameras, on your own server</source>
        <translation>您的摄像头，您自己的服务器</translation>
    </message>
    <message>
        <source>Watch live, find the moments that matter, and build your own apps on top. Nothing leaves this machine unless you say so.</source>
        <translation>实时观看，找到重要时刻，并在此基础上构建自己的应用。未经您允许，任何数据都不会离开这台机器。</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>ZoneCorners</name>
    <message>
        <source>Corner %1</source>
        <translation>角点 %1</translation>
    </message>
    <message>
        <source>Arrow keys move it, Insert adds one, Delete removes it.</source>
        <translation>方向键移动，Insert 键添加，Delete 键移除。</translation>
    </message>
</context>
<context>
    <name>ZoneForm</name>
    <message>
        <source>Change the zone</source>
        <translation>修改区域</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>新建区域</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监看</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>What moves here does not count.</source>
        <translation>此处的移动不计。</translation>
    </message>
    <message>
        <source>A line from one point to another.</source>
        <translation>从一点到另一点的线。</translation>
    </message>
    <message>
        <source>What moves outside of such zones does not count.</source>
        <translation>此类区域之外的移动不计。</translation>
    </message>
    <message numerus="yes">
        <source>Take corners away until %n are left.</source>
        <translation>
            <numerusform>请移除角点，直到剩下 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag the corners, or move the one in focus with the arrow keys. Insert adds one, Delete removes it.</source>
        <translation>拖动角点，或用方向键移动选中的角点。Insert 键添加，Delete 键移除。</translation>
    </message>
    <message numerus="yes">
        <source>Click %n more corner(s) into the picture.</source>
        <translation>
            <numerusform>请在画面中再点 %n 个角点。</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin with a shape in the middle</source>
        <translation>从中间的形状开始</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ZonesPage</name>
    <message>
        <source>Zones of %1</source>
        <translation>%1 的区域</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>新建区域</translation>
    </message>
    <message>
        <source>Delete this zone?</source>
        <translation>删除此区域？</translation>
    </message>
    <message>
        <source>Marks that were made in it stay.</source>
        <translation>在其中做的标记会保留。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Live picture of %1</source>
        <translation>%1 的实时画面</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在载入</translation>
    </message>
    <message>
        <source>No zones yet. Draw one to say where something has to move, or where it may.</source>
        <translation>还没有区域。画一个，说明何处须有移动，或何处可以移动。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>监看</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
</context>
</TS>
