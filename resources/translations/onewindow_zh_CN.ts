<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AttachmentWords</name>
    <message>
        <source>Application form</source>
        <translation>申请表</translation>
    </message>
    <message>
        <source>Proof of identity</source>
        <translation>身份证明</translation>
    </message>
    <message>
        <source>Supporting document</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>The office&apos;s own paper</source>
        <translation>本单位文书</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>✓ Here</source>
        <translation>✓ 在本机</translation>
    </message>
    <message>
        <source>↑ Waiting to be sent</source>
        <translation>↑ 等待上传</translation>
    </message>
    <message>
        <source>↑ Being sent, %1 of %2</source>
        <translation>↑ 正在上传，%1/%2</translation>
    </message>
    <message>
        <source>▲ Refused by the centre; only here</source>
        <translation>▲ 中心未接收，仅在本机</translation>
    </message>
    <message>
        <source>◇ At the centre</source>
        <translation>◇ 在中心</translation>
    </message>
    <message>
        <source>↓ Being fetched, %1 of %2</source>
        <translation>↓ 正在取回，%1/%2</translation>
    </message>
    <message>
        <source>◇ Not at the centre yet; tried again at %1</source>
        <translation>◇ 中心还没有，%1 再试</translation>
    </message>
    <message>
        <source>▲ What came was damaged; tried again at %1</source>
        <translation>▲ 收到的内容有损坏，%1 再试</translation>
    </message>
    <message>
        <source>“%1” has more than %2, and that is as much as can be kept. Nothing was added.</source>
        <translation>“%1”超过 %2，超出可保存的大小。没有添加任何内容。</translation>
    </message>
    <message>
        <source>There is nothing in “%1”. Nothing was added; scan or copy it again.</source>
        <translation>“%1”是空文件。没有添加；请重新扫描或复制。</translation>
    </message>
    <message>
        <source>The case has what is in “%1” already, under this name or another. Nothing was added.</source>
        <translation>本件已有与“%1”内容相同的附件（名称可能不同）。没有重复添加。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Nothing was saved; take another name.</source>
        <translation>已有同名文件。没有保存；请换一个名称。</translation>
    </message>
    <message>
        <source>“%1” was written to while it was read. Nothing was added; try again when it is whole.</source>
        <translation>读取“%1”时它正被改写。没有添加；请等它写完后再试。</translation>
    </message>
    <message>
        <source>“%1” is no file that can be added. Nothing was added.</source>
        <translation>“%1”不是可以添加的文件。没有添加任何内容。</translation>
    </message>
    <message>
        <source>“%1” is not there any more. Nothing was added.</source>
        <translation>“%1”已不在原处。没有添加任何内容。</translation>
    </message>
    <message>
        <source>“%1” is not on this desk yet. Fetch it first.</source>
        <translation>“%1”还不在本机，请先取回。</translation>
    </message>
    <message>
        <source>“%1” may not be read or written by you. Nothing was changed.</source>
        <translation>您无权读写“%1”。没有任何改动。</translation>
    </message>
    <message>
        <source>Only who added “%1”, or a supervisor, can remove it.</source>
        <translation>只有添加“%1”的人或负责人可以移除它。</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>The number keeps its check.</source>
        <translation>号码校验通过。</translation>
    </message>
    <message>
        <source>The check character does not fit: one character is probably wrong. To keep the number say why.</source>
        <translation>校验码不符，可能有一位输错。如需保留此号码，请说明原因。</translation>
    </message>
    <message>
        <source>This is not the shape of such a number. To keep it say why.</source>
        <translation>这不符合此类号码的格式。如需保留，请说明原因。</translation>
    </message>
    <message>
        <source>%1 To keep the number say why.</source>
        <comment>a sentence goes before</comment>
        <translation>%1如需保留此号码，请说明原因。</translation>
    </message>
    <message>
        <source>The number can be dialled.</source>
        <translation>该号码可以拨打。</translation>
    </message>
    <message>
        <source>No such range is known; read the number back to the citizen.</source>
        <translation>未知号段，请向办事人复述核对号码。</translation>
    </message>
    <message>
        <source>This cannot be dialled: digits are missing or too many. To keep it say why.</source>
        <translation>该号码无法拨打：位数过少或过多。如需保留，请说明原因。</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>No preference</source>
        <translation>无特别要求</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Empty this line</source>
        <translation>清空此行</translation>
    </message>
</context>
<context>
    <name>ClockText</name>
    <message>
        <source>%1 from %2, extended by %3; the clock has been stopped since %4.</source>
        <translation>自%2起%1，延长%3；自%4起暂停计时。</translation>
    </message>
    <message>
        <source>%1 from %2; the clock has been stopped since %3.</source>
        <translation>自%2起%1；自%3起暂停计时。</translation>
    </message>
    <message>
        <source>%1 from %2, extended by %3, end on %4.</source>
        <translation>自%2起%1，延长%3，至%4届满。</translation>
    </message>
    <message>
        <source>%1 from %2 end on %3.</source>
        <translation>自%2起%1，至%3届满。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n day(s) do not count.</source>
        <comment>%1 is a holiday</comment>
        <translation>
            <numerusform>%1：%n天不计入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weekends: %n day(s) do not count.</source>
        <translation>
            <numerusform>周末：%n天不计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is a weekend day that is worked, so it counts.</source>
        <translation>%1为调休上班日，计入时限。</translation>
    </message>
    <message numerus="yes">
        <source>%n weekend day(s) are worked, so they count.</source>
        <translation>
            <numerusform>有%n个调休上班日，计入时限。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock was stopped for %n day(s); they do not count.</source>
        <translation>
            <numerusform>暂停计时%n天，不计入时限。</numerusform>
        </translation>
    </message>
    <message>
        <source>The calendar of a year in between is not published yet: this date is expected, not certain.</source>
        <translation>其间有年度日历尚未公布：此日期为预计日期，尚不确定。</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Wishes to be reached by</source>
        <translation>希望的联系方式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What the next clerk must know</source>
        <translation>下一位窗口人员须知</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Preferred way to reach them</source>
        <translation>首选联系方式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>%1: %2 (new)</source>
        <comment>a field and its value</comment>
        <translation>%1：%2（新增）</translation>
    </message>
    <message>
        <source>%1: %2 (taken away)</source>
        <comment>a field and its value</comment>
        <translation>%1：%2（已去除）</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a field, before, after</comment>
        <translation>%1：%2 → %3</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Notice of acceptance</source>
        <translation>受理通知书</translation>
    </message>
    <message>
        <source>Notice of corrections needed</source>
        <translation>补正告知书</translation>
    </message>
    <message>
        <source>Decision not to accept</source>
        <translation>不予受理决定书</translation>
    </message>
    <message>
        <source>Notice of special procedure</source>
        <translation>特别程序告知书</translation>
    </message>
    <message>
        <source>Notice of extension</source>
        <translation>延期告知书</translation>
    </message>
    <message>
        <source>Decision granting the licence</source>
        <translation>准予许可决定书</translation>
    </message>
    <message>
        <source>Decision denying the licence</source>
        <translation>不予许可决定书</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Name</source>
        <translation>姓名/名称</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>首选渠道</translation>
    </message>
    <message>
        <source>Preferred language</source>
        <translation>首选语言</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>As given</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>号码或地址</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>校验结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Issuing country</source>
        <translation>签发国家</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有效期起</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期止</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>What an agent may do</source>
        <translation>代理权限</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>政务服务事项</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>办事人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Number in its own system</source>
        <translation>原系统编号</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Due time</source>
        <translation>办结期限</translation>
    </message>
    <message>
        <source>Statutory limit</source>
        <translation>法定办结时限</translation>
    </message>
    <message>
        <source>Due time in its own system</source>
        <translation>原系统期限</translation>
    </message>
    <message>
        <source>Warning time</source>
        <translation>预警时间</translation>
    </message>
    <message>
        <source>Due time is only expected</source>
        <translation>期限为预计</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收件时间</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>决定时间</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Citizen or organisation</source>
        <translation>办事人或单位</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Phone or e-mail</source>
        <translation>电话或邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Entry in a case&apos;s story</source>
        <translation>办件经过</translation>
    </message>
    <message>
        <source>Link between cases</source>
        <translation>办件关联</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>接触</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Late work</source>
        <translation>迟到的操作</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an ID number, an address ...; which part of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <comment>an empty field</comment>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>材料类型</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>添加人</translation>
    </message>
    <message>
        <source>Added on</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>File of a case</source>
        <translation>办件附件</translation>
    </message>
    <message>
        <source>Document of a case</source>
        <translation>办件文书</translation>
    </message>
    <message>
        <source>Rating pad</source>
        <translation>评价器</translation>
    </message>
    <message>
        <source>Review of a bad rating</source>
        <translation>差评核查</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>Version of the questionnaire</source>
        <translation>问卷版本</translation>
    </message>
    <message>
        <source>Drawn from</source>
        <translation>抽样来源</translation>
    </message>
    <message>
        <source>Who could be drawn</source>
        <translation>抽样范围</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>抽样种子</translation>
    </message>
    <message>
        <source>Persons to draw from</source>
        <translation>可抽人数</translation>
    </message>
    <message>
        <source>Persons drawn</source>
        <translation>抽中人数</translation>
    </message>
    <message>
        <source>Who was drawn</source>
        <translation>抽中的人</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Closes on</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>结束人</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>联系结果</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>作答时间</translation>
    </message>
    <message>
        <source>Taken down by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Survey round</source>
        <translation>满意度调查</translation>
    </message>
    <message>
        <source>Survey answer</source>
        <translation>调查答复</translation>
    </message>
    <message>
        <source>Common problem</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>Task from a survey</source>
        <translation>调查跟进任务</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Ticket issued on</source>
        <translation>取号时间</translation>
    </message>
    <message>
        <source>Called on</source>
        <translation>叫号时间</translation>
    </message>
    <message>
        <source>Times called</source>
        <translation>叫号次数</translation>
    </message>
    <message>
        <source>Came to the window on</source>
        <translation>到窗时间</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>From the month</source>
        <translation>起始月份</translation>
    </message>
    <message>
        <source>Data cut-off</source>
        <translation>数据截止</translation>
    </message>
    <message>
        <source>Register of indicators</source>
        <translation>指标登记册</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标数</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>填写时间</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>填写人</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Target (millionths)</source>
        <translation>目标值（百万分之一）</translation>
    </message>
    <message>
        <source>Floor (millionths)</source>
        <translation>底线值（百万分之一）</translation>
    </message>
    <message>
        <source>Set on</source>
        <translation>设定时间</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>上报项目</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数额</translation>
    </message>
    <message>
        <source>Of the amount</source>
        <translation>占其总额</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Queue ticket</source>
        <translation>排队号</translation>
    </message>
    <message>
        <source>Published scorecard</source>
        <translation>已发布的计分卡</translation>
    </message>
    <message>
        <source>Signed scorecard</source>
        <translation>已签发的计分卡</translation>
    </message>
    <message>
        <source>Comment on a scorecard</source>
        <translation>计分卡批注</translation>
    </message>
    <message>
        <source>Target of an indicator</source>
        <translation>指标目标</translation>
    </message>
    <message>
        <source>Reported figure</source>
        <translation>上报数</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Finance</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户（群众）</translation>
    </message>
    <message>
        <source>Internal processes</source>
        <translation>内部流程</translation>
    </message>
    <message>
        <source>Learning and growth</source>
        <translation>学习与成长</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>按事项</translation>
    </message>
    <message>
        <source>By department</source>
        <translation>按部门</translation>
    </message>
    <message>
        <source>By window</source>
        <translation>按窗口</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By clerk</source>
        <translation>按经办人</translation>
    </message>
    <message>
        <source>By district</source>
        <translation>按区划</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（不详）</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a year</comment>
        <translation>%1年</translation>
    </message>
    <message>
        <source>quarter %1 of %2</source>
        <comment>3, 2026</comment>
        <translation>%2年第%1季度</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month: October 2026</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>MMM yy</source>
        <comment>a month on an axis: Oct 26</comment>
        <translation>yy年M月</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>per 10,000</source>
        <translation>件/万件</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>件</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>an interval</comment>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <comment>an interval of shares</comment>
        <translation>%1–%2%</translation>
    </message>
    <message>
        <source>nothing counted yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>fewer than %1: not shown</source>
        <translation>不足%1个，不显示</translation>
    </message>
    <message>
        <source>small sample</source>
        <translation>样本不足</translation>
    </message>
    <message>
        <source>n %1</source>
        <comment>how many were counted</comment>
        <translation>n %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Above the control limit</source>
        <translation>超出控制上限</translation>
    </message>
    <message>
        <source>Below the control limit</source>
        <translation>低于控制下限</translation>
    </message>
    <message>
        <source>Eight in a row above the centre</source>
        <translation>连续8点在中心线之上</translation>
    </message>
    <message>
        <source>Eight in a row below the centre</source>
        <translation>连续8点在中心线之下</translation>
    </message>
    <message>
        <source>Six in a row rising</source>
        <translation>连续6点上升</translation>
    </message>
    <message>
        <source>Six in a row falling</source>
        <translation>连续6点下降</translation>
    </message>
    <message>
        <source>Two of three close to the upper limit</source>
        <translation>3点中2点接近上限</translation>
    </message>
    <message>
        <source>Two of three close to the lower limit</source>
        <translation>3点中2点接近下限</translation>
    </message>
    <message>
        <source>Target reached</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>Short of the target</source>
        <translation>未达目标</translation>
    </message>
    <message>
        <source>Past the floor</source>
        <translation>未达底线</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a figure and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>95 % interval %1</source>
        <translation>95%区间%1</translation>
    </message>
    <message>
        <source>Ratings one upon the other</source>
        <translation>短时间连续评价</translation>
    </message>
    <message>
        <source>Answered too fast</source>
        <translation>作答过快</translation>
    </message>
    <message>
        <source>One answer in a long row</source>
        <translation>连续相同评价</translation>
    </message>
    <message>
        <source>No bad rating where some are due</source>
        <translation>差评异常为零</translation>
    </message>
    <message>
        <source>Fewer rated than elsewhere</source>
        <translation>漏评偏多</translation>
    </message>
    <message>
        <source>Pad of another window</source>
        <translation>评价器与窗口不符</translation>
    </message>
    <message>
        <source>When nobody is served</source>
        <translation>非服务时间评价</translation>
    </message>
    <message>
        <source>Who rated is called as who served</source>
        <translation>评价人与经办人同名</translation>
    </message>
    <message>
        <source>By hall</source>
        <translation>按大厅</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>次</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>keystrokes</source>
        <translation>次击键</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>未上报</translation>
    </message>
    <message>
        <source>not said of what</source>
        <translation>未报总数</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n 份上报</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipts redeemed where they were printed</source>
        <translation>评价凭条在出具窗口使用</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>号</translation>
    </message>
    <message>
        <source>target %1, floor %2</source>
        <translation>目标 %1，底线 %2</translation>
    </message>
    <message>
        <source>target %1, floors %2 and %3</source>
        <comment>a band, and the two values without points</comment>
        <translation>目标 %1，底线 %2 和 %3</translation>
    </message>
    <message>
        <source>10,000 yuan</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>%1 million</source>
        <comment>an amount; in Chinese of ten thousands</comment>
        <translation>%1万</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>New contact</source>
        <translation>登记接触</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建办件</translation>
    </message>
    <message>
        <source>New citizen or organisation</source>
        <translation>登记新的办事人或单位</translation>
    </message>
    <message>
        <source>Note on a case</source>
        <translation>办件备注</translation>
    </message>
    <message>
        <source>Step of a case</source>
        <translation>办件环节</translation>
    </message>
    <message>
        <source>Correction of somebody&apos;s data</source>
        <translation>资料更正</translation>
    </message>
    <message>
        <source>Step in the review of a bad rating</source>
        <translation>差评核查步骤</translation>
    </message>
    <message>
        <source>What was put right after a bad rating</source>
        <translation>差评整改措施</translation>
    </message>
    <message>
        <source>New survey round</source>
        <translation>新的调查轮次</translation>
    </message>
    <message>
        <source>Call of a survey round</source>
        <translation>满意度调查通话</translation>
    </message>
    <message>
        <source>Slip of a survey round</source>
        <translation>满意度调查答卷</translation>
    </message>
    <message>
        <source>Problem that a survey round told of</source>
        <translation>满意度调查反映的问题</translation>
    </message>
    <message>
        <source>What came of a task of a survey round</source>
        <translation>满意度调查任务的结果</translation>
    </message>
</context>
<context>
    <name>ItemWords</name>
    <message>
        <source>The case had been moved meanwhile.</source>
        <translation>办件在此期间已被他人推进。</translation>
    </message>
    <message>
        <source>It had been erased at the centre meanwhile.</source>
        <translation>在此期间中心已将其删除。</translation>
    </message>
    <message>
        <source>It belongs to a change that was refused.</source>
        <translation>它属于一项被拒绝的更改。</translation>
    </message>
    <message>
        <source>Another value came in meanwhile; the conflict stands open again.</source>
        <translation>在此期间又来了另一个值，冲突重新待处理。</translation>
    </message>
    <message>
        <source>The centre does not know this clerk. Tell your administrator.</source>
        <translation>中心不认识这位窗口人员。请告知管理员。</translation>
    </message>
    <message>
        <source>This clerk has no right to do that. Ask your supervisor.</source>
        <translation>这位窗口人员没有这项权限。请询问值班长。</translation>
    </message>
    <message>
        <source>The centre does not show this to your hall.</source>
        <translation>中心未向本大厅开放此项。</translation>
    </message>
    <message>
        <source>The centre&apos;s administrators keep this.</source>
        <translation>此项由中心的管理员维护。</translation>
    </message>
    <message>
        <source>The centre did not take it (%1). Tell your administrator.</source>
        <translation>中心没有接受（%1）。请告知管理员。</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <comment>a sentence follows</comment>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>Refused: %1 had moved the case to “%2” on %3. Your step stands among the work that came too late.</source>
        <comment>who, state, when</comment>
        <translation>被拒绝：%1 已于 %3 将办件推进到“%2”。您的这一步列在“迟到的操作”中。</translation>
    </message>
    <message>
        <source>Waits to be sent.</source>
        <translation>等待发送。</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s) in vain; the next time is %1.</source>
        <translation>
            <numerusform>已尝试 %n 次未成；下次时间 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>the value that I gave</comment>
        <translation>我的</translation>
    </message>
    <message>
        <source>Step to “%1” (%2); the case is “%3” now</source>
        <translation>推进到“%1”（%2）；办件现为“%3”</translation>
    </message>
    <message>
        <source>Step to “%1”; the case is “%2” now</source>
        <translation>推进到“%1”；办件现为“%2”</translation>
    </message>
    <message>
        <source>Step to “%1”</source>
        <translation>推进到“%1”</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>更改：%1</translation>
    </message>
    <message>
        <source>Erasure: %1</source>
        <translation>删除：%1</translation>
    </message>
    <message>
        <source>Settling of a conflict</source>
        <translation>处理冲突</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>%1, desk %2, %3. %4</source>
        <comment>who, desk, when; a sentence that says why it came too late</comment>
        <translation>%1，席位 %2，%3。%4</translation>
    </message>
    <message>
        <source>This step cannot follow the case&apos;s present state.</source>
        <translation>办件当前状态下不能走这一步。</translation>
    </message>
    <message>
        <source>What it was about is not here any more.</source>
        <translation>它所涉及的内容已不在这里。</translation>
    </message>
    <message>
        <source>Settle the conflict itself; it stands above.</source>
        <translation>请直接处理上面的冲突。</translation>
    </message>
    <message>
        <source>This version of the program does not know that kind of work.</source>
        <translation>本程序版本不认识这种操作。</translation>
    </message>
    <message>
        <source>Decision about late work</source>
        <translation>对迟到操作的决定</translation>
    </message>
    <message>
        <source>Step of a case</source>
        <translation>办件步骤</translation>
    </message>
    <message>
        <source>Somebody else changed the same field: it stands among the conflicts.</source>
        <translation>他人更改了同一字段：已列入待处理的冲突。</translation>
    </message>
    <message>
        <source>Sent: the centre has it.</source>
        <translation>已送达：中心已收到。</translation>
    </message>
    <message>
        <source>Safe: the centre keeps it even if a server is lost.</source>
        <translation>已安全：即使损失一台服务器，中心也能保住。</translation>
    </message>
    <message>
        <source>The system</source>
        <comment>who did something</comment>
        <translation>系统</translation>
    </message>
    <message>
        <source>%1 · %2 · shown now</source>
        <comment>key, who gave a value</comment>
        <translation>%1 · %2 · 当前显示</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>key, who gave a value</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Desk %1, %2</source>
        <comment>desk, when</comment>
        <translation>席位 %1，%2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <comment>who, when; a sentence that says how it stands</comment>
        <translation>%1，%2。%3</translation>
    </message>
    <message>
        <source>This visit had been rated at another pad; the first voice counts.</source>
        <translation>本次服务已在另一评价器上评价，以先评者为准。</translation>
    </message>
    <message>
        <source>Somebody else had taken down an answer for this place of the survey; the first one counts.</source>
        <translation>抽中的这一位此前已有他人记录的答复，以第一份为准。</translation>
    </message>
    <message>
        <source>Refused: another window had that number first.</source>
        <translation>未采纳：该号已先由另一窗口处理。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>随处可用</translation>
    </message>
    <message>
        <source>Search people, firms and cases</source>
        <translation>查找人员、单位和办件</translation>
    </message>
    <message>
        <source>Park this visit; it stays as it is</source>
        <translation>挂起当前接待，内容原样保留</translation>
    </message>
    <message>
        <source>Go to an open visit</source>
        <translation>切换到已打开的接待</translation>
    </message>
    <message>
        <source>Close this visit; unfinished text is kept</source>
        <translation>关闭当前接待，未完成的内容会保留</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>锁定屏幕</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>显示快捷键</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>在表单中</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Back to the field before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Accept, register or save</source>
        <translation>受理、登记或保存</translation>
    </message>
    <message>
        <source>Leave the field; nothing typed is lost</source>
        <translation>离开该项，已输入的内容不会丢失</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>在列表中</translation>
    </message>
    <message>
        <source>Next and previous line</source>
        <translation>下一行和上一行</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take the case</source>
        <translation>接办此件</translation>
    </message>
    <message>
        <source>Give the case to a colleague</source>
        <translation>将办件转交同事</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>On a case</source>
        <translation>办件页</translation>
    </message>
    <message>
        <source>On a citizen&apos;s page</source>
        <translation>办事人页</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>登记接触</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建办件</translation>
    </message>
    <message>
        <source>Correct the data</source>
        <translation>更正资料</translation>
    </message>
    <message>
        <source>Show a masked value</source>
        <translation>查看脱敏内容的明文</translation>
    </message>
    <message>
        <source>What the story shows</source>
        <translation>经过的显示内容</translation>
    </message>
    <message>
        <source>Sync: how things stand with the centre; again: sync now</source>
        <translation>同步：查看与中心的情况；再按一次立即同步</translation>
    </message>
    <message>
        <source>On the sync page</source>
        <translation>在同步页面</translation>
    </message>
    <message>
        <source>Settle a conflict for that value</source>
        <translation>冲突采用该值</translation>
    </message>
    <message>
        <source>Accept or dismiss late work</source>
        <translation>接受或放弃迟到的操作</translation>
    </message>
    <message>
        <source>Show masked values</source>
        <translation>查看明文</translation>
    </message>
    <message>
        <source>Sync now; pause or go on</source>
        <translation>立即同步；暂停或继续</translation>
    </message>
    <message>
        <source>In the search: ask the centre for what stands there</source>
        <translation>在搜索框中：向中心查找所输内容</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Open or fetch a file; save a copy</source>
        <translation>打开或取回附件；另存副本</translation>
    </message>
    <message>
        <source>Issue a document</source>
        <translation>签发文书</translation>
    </message>
    <message>
        <source>Show or hide the citizen&apos;s screen</source>
        <translation>显示或隐藏群众屏</translation>
    </message>
    <message>
        <source>Ask for a rating on the citizen&apos;s screen</source>
        <translation>在群众屏上请群众评价</translation>
    </message>
    <message>
        <source>Let the citizen check the data on their screen</source>
        <translation>请群众在群众屏上核对信息</translation>
    </message>
    <message>
        <source>The scorecard, for supervisors</source>
        <translation>计分卡（值班长）</translation>
    </message>
    <message>
        <source>On the scorecard and a figure</source>
        <translation>在计分卡和指标页</translation>
    </message>
    <message>
        <source>Earlier or later period</source>
        <translation>上一期、下一期</translation>
    </message>
    <message>
        <source>From figure to figure; Enter opens one</source>
        <translation>在指标之间移动；Enter打开</translation>
    </message>
    <message>
        <source>Of a figure: trend, months, compared, funnel</source>
        <translation>指标页：趋势、逐月、对比、漏斗图</translation>
    </message>
    <message>
        <source>Of a member: its cases; of a case: open it</source>
        <translation>在对比表：看其办件；在办件：打开</translation>
    </message>
    <message>
        <source>Back to the cases of all</source>
        <translation>回到全部办件</translation>
    </message>
    <message>
        <source>Reviews of bad ratings</source>
        <translation>差评核查</translation>
    </message>
    <message>
        <source>On the reviews page</source>
        <translation>在差评核查页</translation>
    </message>
    <message>
        <source>Open, mine or all</source>
        <translation>未办结、我的或全部</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>Take the step whose fields are open</source>
        <translation>提交正在填写的步骤</translation>
    </message>
    <message>
        <source>Export: pages, workbook or table</source>
        <translation>导出：打印页、工作簿或表格</translation>
    </message>
    <message>
        <source>Survey rounds</source>
        <translation>满意度调查</translation>
    </message>
    <message>
        <source>On the surveys page</source>
        <translation>在满意度调查页</translation>
    </message>
    <message>
        <source>In the list: calls, slips, results, own words, tasks, codes</source>
        <translation>列表中：通话、答卷、结果、原话、任务、编码</translation>
    </message>
    <message>
        <source>In the list: a new round</source>
        <translation>列表中：新建一轮</translation>
    </message>
    <message>
        <source>Answer a question; X is ten</source>
        <translation>回答问题；X为10</translation>
    </message>
    <message>
        <source>Of a call: answers, refuses, not reached</source>
        <translation>通话：接受、拒访、未接通</translation>
    </message>
    <message>
        <source>Of a call: show the number; later</source>
        <translation>通话：显示号码；稍后再打</translation>
    </message>
    <message>
        <source>Save, and go to the next</source>
        <translation>保存并转到下一个</translation>
    </message>
    <message>
        <source>Receipt by which the citizen can rate later</source>
        <translation>打印评价凭条，群众可稍后评价</translation>
    </message>
    <message>
        <source>Next citizen: call the next number, park this visit and search</source>
        <translation>下一位：呼叫下一号，搁置本次办理并查找</translation>
    </message>
    <message>
        <source>Of the number that is called: arrived; of one that is served: done</source>
        <translation>已叫的号：到窗口；正在办的号：办结</translation>
    </message>
    <message>
        <source>Nobody came after three calls: a no-show</source>
        <translation>叫号三次未到：过号</translation>
    </message>
    <message>
        <source>The live hall: queues, windows, today</source>
        <translation>大厅实时看板：排队、窗口、今日</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The store to open.</source>
        <translation>要打开的数据库。</translation>
    </message>
    <message>
        <source>zh or en.</source>
        <translation>zh 或 en。</translation>
    </message>
    <message>
        <source>light, dark or high_contrast.</source>
        <translation>light、dark 或 high_contrast。</translation>
    </message>
    <message>
        <source>100 to 200 per cent.</source>
        <translation>百分之 100 到 200。</translation>
    </message>
    <message>
        <source>Who unlocks the store.</source>
        <translation>由谁解锁数据库。</translation>
    </message>
    <message>
        <source>Unlocks with the first line of this file.</source>
        <translation>用此文件的第一行解锁。</translation>
    </message>
    <message>
        <source>The front office of a one-stop government service hall.</source>
        <translation>一站式政务服务大厅前台。</translation>
    </message>
</context>
<context>
    <name>PadWords</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Government service hall</source>
        <translation>政务服务大厅</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1号窗口</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>Please check your data</source>
        <translation>请核对您的信息</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>核对无误</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>信息有误</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>How satisfied are you with today&apos;s service?</source>
        <translation>您对本次服务满意吗？</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>It is up to you. The clerk&apos;s screen does not show your choice.</source>
        <translation>评价自愿，工作人员的屏幕不显示您的选择。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不评价</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>哪些方面让您满意？</translation>
    </message>
    <message>
        <source>What made you choose this?</source>
        <translation>您为什么这样评价？</translation>
    </message>
    <message>
        <source>What was not good?</source>
        <translation>哪些方面让您不满意？</translation>
    </message>
    <message>
        <source>Touch all that fit</source>
        <translation>可多选</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢您</translation>
    </message>
    <message>
        <source>Your answer is kept.</source>
        <translation>您的评价已保存。</translation>
    </message>
    <message>
        <source>Your answer could not be kept</source>
        <translation>您的评价未能保存</translation>
    </message>
    <message>
        <source>Please tell the clerk.</source>
        <translation>请告知工作人员。</translation>
    </message>
    <message>
        <source>Thank you for checking</source>
        <translation>谢谢您的核对</translation>
    </message>
    <message>
        <source>The clerk has been told.</source>
        <translation>已告知工作人员。</translation>
    </message>
    <message>
        <source>How satisfied are you with this service?</source>
        <translation>您对这次服务是否满意？</translation>
    </message>
    <message>
        <source>Rate by your receipt</source>
        <translation>凭条评价</translation>
    </message>
    <message>
        <source>Type or scan the code on your receipt</source>
        <translation>请输入或扫描凭条上的评价码</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>This code is not right</source>
        <translation>评价码不正确</translation>
    </message>
    <message>
        <source>This code is not one of ours</source>
        <translation>这不是本地的评价码</translation>
    </message>
    <message>
        <source>Your visit is not known here yet</source>
        <translation>这里还没有您的办理记录</translation>
    </message>
    <message>
        <source>Your case has not ended yet</source>
        <translation>您的办件还没有办结</translation>
    </message>
    <message>
        <source>This receipt is too old</source>
        <translation>凭条已过期</translation>
    </message>
    <message>
        <source>This receipt was used already</source>
        <translation>凭条已使用</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>错误次数过多</translation>
    </message>
    <message>
        <source>This cannot be rated here</source>
        <translation>此处不能评价</translation>
    </message>
    <message>
        <source>Please type its 16 letters once more. There is no 0, O, 1 or I in it.</source>
        <translation>请重新输入 16 位评价码。其中没有 0、O、1、I。</translation>
    </message>
    <message>
        <source>Please ask at the hall that gave you the receipt.</source>
        <translation>请到出具凭条的大厅咨询。</translation>
    </message>
    <message>
        <source>The receipt stays good. Please keep it and try again tomorrow.</source>
        <translation>凭条仍然有效，请保管好，明天再试。</translation>
    </message>
    <message>
        <source>Please keep the receipt. You can rate once the case has ended.</source>
        <translation>请保管好凭条，办结后即可评价。</translation>
    </message>
    <message>
        <source>The time in which it could be rated is over.</source>
        <translation>评价期限已过。</translation>
    </message>
    <message>
        <source>One receipt gives one rating. If it was not you, please tell the hall.</source>
        <translation>每张凭条评价一次。如果不是您本人评价，请告诉大厅。</translation>
    </message>
    <message>
        <source>Please wait %1 seconds, or ask the staff for help.</source>
        <translation>请等待 %1 秒，或请工作人员帮助。</translation>
    </message>
    <message>
        <source>Please use another kiosk: whoever served you works at this desk.</source>
        <translation>请换一台自助终端：为您服务的人员正在使用这台。</translation>
    </message>
    <message>
        <source>Please keep the receipt and use another kiosk.</source>
        <translation>请保管好凭条，换一台自助终端。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>page %1 of %2</source>
        <translation>第%1页 共%2页</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Scorecard, %1</source>
        <comment>of a period</comment>
        <translation>计分卡 %1</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>points, from %1 % of the weight</source>
        <translation>分，依据权重的%1%</translation>
    </message>
    <message>
        <source>of 100 points</source>
        <translation>分（满分100）</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>24 months</source>
        <translation>24个月</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>达标情况</translation>
    </message>
    <message>
        <source>Counted from, 95 % interval</source>
        <translation>计数、95%区间</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>逐月</translation>
    </message>
    <message>
        <source>Band: control limits, set by earlier months and then frozen. Dashed: their centre. Dotted: the target. A diamond is a change that is not chance; everything else is noise.</source>
        <translation>灰带：由此前各月确定并固定的控制限。虚线：中心线。点线：目标。菱形为并非偶然的变化，其余均属正常波动。</translation>
    </message>
    <message>
        <source>all together %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>outside the funnel</source>
        <translation>漏斗线外</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the workbook</source>
        <translation>
            <numerusform>另有%n个见工作簿</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too small to be shown</source>
        <translation>
            <numerusform>%n个数量太少不显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Open cases by age</source>
        <translation>在办件按已用时间</translation>
    </message>
    <message>
        <source>%1–%2 working days</source>
        <translation>%1–%2个工作日</translation>
    </message>
    <message>
        <source>%1 working days and more</source>
        <translation>%1个工作日以上</translation>
    </message>
    <message>
        <source>%1 open, %2 overdue</source>
        <translation>在办%1，超期%2</translation>
    </message>
    <message>
        <source>Beside what has ended, which alone would flatter. The dark part of a bar is overdue.</source>
        <translation>与已办结的一并看，只看已办结会显得过好。条中深色部分为超期。</translation>
    </message>
    <message>
        <source>What the figures mean</source>
        <translation>指标释义</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1，第%2版</translation>
    </message>
    <message>
        <source>About these pages</source>
        <translation>关于本报告</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>统计期</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>Data cut-off</source>
        <translation>数据截止</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>指标定义</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>none: all services, windows and channels</source>
        <translation>无：全部事项、窗口和渠道</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>%1 figures, %2 months each</source>
        <translation>%1项指标，各%2个月</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>生成程序</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>编制</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>As of %1 · definitions %2 · %3</source>
        <comment>time, version of definitions, program</comment>
        <translation>截至%1 · 指标定义%2 · %3</translation>
    </message>
    <message>
        <source>Halls in these figures</source>
        <translation>纳入的大厅</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未签发</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) missing</source>
        <translation>
            <numerusform>缺 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Halls</source>
        <translation>大厅数</translation>
    </message>
</context>
<context>
    <name>Queues</name>
    <message>
        <source>The number is not where it was: %1. Nothing was changed.</source>
        <comment>state</comment>
        <translation>该号状态已变：%1。未作任何更改。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>served</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>退号</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>letter and name of a queue</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was called three times. Nobody came: Ctrl+G makes it a no-show, then F12 calls the next.</source>
        <translation>%1已叫三次，无人到窗口：按 Ctrl+G 作过号，再按 F12 呼叫下一号。</translation>
    </message>
    <message>
        <source>A number is a no-show after three calls. F12 calls it again.</source>
        <translation>叫满三次未到才作过号。按 F12 再叫一次。</translation>
    </message>
    <message>
        <source>Another window has that number. Nothing was changed.</source>
        <translation>该号在另一窗口。未作任何更改。</translation>
    </message>
    <message>
        <source>This desk stands at no window, so it calls nobody. An administrator can set the window.</source>
        <translation>本机未设窗口号，不能叫号。请管理员设置窗口号。</translation>
    </message>
    <message>
        <source>without an appointment</source>
        <translation>无预约</translation>
    </message>
    <message>
        <source>with an appointment</source>
        <translation>有预约</translation>
    </message>
    <message>
        <source>goes first</source>
        <comment>the old, the sick, the pregnant, soldiers</comment>
        <translation>优先（老幼病残孕军）</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>不到1分钟</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>%1, %2</source>
        <comment>who took a step, and when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>情况属实</translation>
    </message>
    <message>
        <source>No basis in law: to be explained</source>
        <translation>缺乏法定依据，做好解释</translation>
    </message>
    <message>
        <source>Mistaken or malicious: appeal</source>
        <translation>误评或恶意差评，提出申诉</translation>
    </message>
    <message>
        <source>Verified</source>
        <comment>step of a review</comment>
        <translation>核实</translation>
    </message>
    <message>
        <source>Put right: %1</source>
        <translation>整改措施：%1</translation>
    </message>
    <message>
        <source>Told the citizen: %1</source>
        <translation>反馈内容：%1</translation>
    </message>
    <message>
        <source>Put right and replied</source>
        <comment>step of a review</comment>
        <translation>整改并反馈</translation>
    </message>
    <message>
        <source>Replied</source>
        <comment>step of a review</comment>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Called back</source>
        <comment>step of a review</comment>
        <translation>回访</translation>
    </message>
    <message>
        <source>New</source>
        <comment>state of a review</comment>
        <translation>待指派</translation>
    </message>
    <message>
        <source>Being verified</source>
        <comment>state of a review</comment>
        <translation>核实中</translation>
    </message>
    <message>
        <source>Being put right</source>
        <comment>state of a review</comment>
        <translation>整改中</translation>
    </message>
    <message>
        <source>To be explained</source>
        <comment>state of a review</comment>
        <translation>待解释</translation>
    </message>
    <message>
        <source>Appeal</source>
        <comment>state of a review</comment>
        <translation>申诉复核中</translation>
    </message>
    <message>
        <source>Replied</source>
        <comment>state of a review</comment>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>Called back</source>
        <comment>state of a review</comment>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state of a review</comment>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Rating voided</source>
        <comment>state of a review</comment>
        <translation>差评已撤销</translation>
    </message>
    <message>
        <source>&amp;Assign …</source>
        <translation>指派(&amp;A)…</translation>
    </message>
    <message>
        <source>It &amp;is so …</source>
        <translation>核实属实(&amp;I)…</translation>
    </message>
    <message>
        <source>To be e&amp;xplained …</source>
        <translation>做好解释(&amp;X)…</translation>
    </message>
    <message>
        <source>A&amp;ppeal …</source>
        <translation>申诉(&amp;P)…</translation>
    </message>
    <message>
        <source>Rating &amp;stands …</source>
        <translation>维持差评(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Void the rating …</source>
        <translation>撤销差评(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Reply …</source>
        <translation>反馈(&amp;R)…</translation>
    </message>
    <message>
        <source>Called &amp;back …</source>
        <translation>回访(&amp;B)…</translation>
    </message>
    <message>
        <source>Put right a&amp;gain</source>
        <translation>重新整改(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;lose the review</source>
        <translation>核查办结(&amp;L)</translation>
    </message>
    <message>
        <source>The review is assigned.</source>
        <translation>核查已指派。</translation>
    </message>
    <message>
        <source>Verified: what was wrong is put right next.</source>
        <translation>已核实属实，下一步整改。</translation>
    </message>
    <message>
        <source>Verified: it is explained to the citizen next.</source>
        <translation>已核实，下一步向办事人做好解释。</translation>
    </message>
    <message>
        <source>The appeal is filed: somebody else decides it.</source>
        <translation>申诉已提出，由他人复核。</translation>
    </message>
    <message>
        <source>Decided: the rating stands, and what was wrong is put right next.</source>
        <translation>复核完毕：维持差评，下一步整改。</translation>
    </message>
    <message>
        <source>Decided: the rating is void. It stays visible and leaves the figures.</source>
        <translation>复核完毕：差评已撤销。记录保留，不再计入指标。</translation>
    </message>
    <message>
        <source>The reply is saved: the citizen is called back next.</source>
        <translation>反馈已保存，下一步回访。</translation>
    </message>
    <message>
        <source>The call is saved.</source>
        <translation>回访已保存。</translation>
    </message>
    <message>
        <source>It is put right once more.</source>
        <translation>已退回重新整改。</translation>
    </message>
    <message>
        <source>The review is closed.</source>
        <translation>差评核查已办结。</translation>
    </message>
    <message>
        <source>Not the next step: the review stands at “%1”.</source>
        <translation>还不到这一步：核查现为“%1”。</translation>
    </message>
    <message>
        <source>Somebody moved this review meanwhile: it is now at “%1”. Nothing of yours was written; what you typed is kept.</source>
        <translation>其间有人推进了此项核查，现为“%1”。您的操作未写入，所填内容已保留。</translation>
    </message>
    <message>
        <source>Next: assign it</source>
        <translation>下一步：指派</translation>
    </message>
    <message>
        <source>Next: assign and verify it by %1</source>
        <translation>下一步：指派并于%1前核实</translation>
    </message>
    <message>
        <source>Next: verify it</source>
        <translation>下一步：核实</translation>
    </message>
    <message>
        <source>Next: verify it by %1</source>
        <translation>下一步：于%1前核实</translation>
    </message>
    <message>
        <source>Next: put it right and reply</source>
        <translation>下一步：整改并反馈</translation>
    </message>
    <message>
        <source>Next: put it right and reply by %1</source>
        <translation>下一步：于%1前整改并反馈</translation>
    </message>
    <message>
        <source>Next: explain it in a reply</source>
        <translation>下一步：解释并反馈</translation>
    </message>
    <message>
        <source>Next: explain it in a reply by %1</source>
        <translation>下一步：于%1前解释并反馈</translation>
    </message>
    <message>
        <source>Next: decide the appeal</source>
        <translation>下一步：复核申诉</translation>
    </message>
    <message>
        <source>Next: decide the appeal by %1</source>
        <translation>下一步：于%1前复核申诉</translation>
    </message>
    <message>
        <source>Next: call back</source>
        <translation>下一步：回访</translation>
    </message>
    <message>
        <source>Next: call back by %1</source>
        <translation>下一步：于%1前回访</translation>
    </message>
    <message>
        <source>Next: close it, or put it right once more</source>
        <translation>下一步：办结，或重新整改</translation>
    </message>
    <message>
        <source>Service not known</source>
        <translation>事项不详</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1号窗口</translation>
    </message>
    <message>
        <source>%1 · window %2</source>
        <comment>service, window</comment>
        <translation>%1 · %2号窗口</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>已指派给%1</translation>
    </message>
    <message>
        <source>Rated on %1</source>
        <translation>评价时间：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n bad rating(s) came in.</source>
        <translation>
            <numerusform>收到%n条差评。</numerusform>
        </translation>
    </message>
    <message>
        <source>A bad rating came in.</source>
        <translation>收到一条差评。</translation>
    </message>
    <message>
        <source>A bad rating came in: %1</source>
        <translation>收到一条差评：%1</translation>
    </message>
    <message>
        <source>A bad rating came in: window %1</source>
        <translation>收到一条差评：%1号窗口</translation>
    </message>
    <message>
        <source>A bad rating came in: %1, window %2</source>
        <translation>收到一条差评：%1，%2号窗口</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reasons</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Rated</source>
        <comment>step of a review</comment>
        <translation>评价</translation>
    </message>
    <message>
        <source>Assigned</source>
        <comment>step of a review</comment>
        <translation>指派</translation>
    </message>
    <message>
        <source>Appeal decided</source>
        <comment>step of a review</comment>
        <translation>申诉复核</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>step of a review</comment>
        <translation>办结</translation>
    </message>
</context>
<context>
    <name>Surveys</name>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>This round is over: no answer is taken any more. What you typed is kept.</source>
        <translation>本轮调查已结束，不再接收答复。您输入的内容已保留。</translation>
    </message>
    <message>
        <source>You served this person: somebody else asks, and somebody else reads it.</source>
        <translation>此人由您办理过业务：须由他人询问，也由他人查看。</translation>
    </message>
    <message>
        <source>This round does not take answers in this way.</source>
        <translation>本轮调查不以这种方式接收答复。</translation>
    </message>
    <message>
        <source>Nobody fits, so nobody would be asked.</source>
        <translation>没有符合条件的人，无人可问。</translation>
    </message>
    <message>
        <source>No slip of this round has this code. Please compare it with the paper.</source>
        <translation>本轮没有此编码的答卷，请与纸面核对。</translation>
    </message>
    <message>
        <source>The code of the slip is still needed.</source>
        <translation>还需填写答卷编码。</translation>
    </message>
    <message>
        <source>The last day lies in the past.</source>
        <translation>截止日期已过。</translation>
    </message>
    <message>
        <source>Say how answers are taken.</source>
        <translation>请选择答复方式。</translation>
    </message>
    <message>
        <source>Nothing is answered yet.</source>
        <translation>还没有任何回答。</translation>
    </message>
    <message>
        <source>Write down what came of it.</source>
        <translation>请写明处理结果。</translation>
    </message>
    <message>
        <source>Telephone</source>
        <comment>how answers are taken</comment>
        <translation>电话</translation>
    </message>
    <message>
        <source>Paper slips</source>
        <comment>how answers are taken</comment>
        <translation>纸质答卷</translation>
    </message>
    <message>
        <source>Codes for a page</source>
        <comment>how answers are taken</comment>
        <translation>网页编码</translation>
    </message>
    <message>
        <source>Another system</source>
        <comment>how answers are taken</comment>
        <translation>其他系统</translation>
    </message>
    <message>
        <source>Common problem</source>
        <translation>共性问题</translation>
    </message>
    <message>
        <source>Individual problem</source>
        <translation>个性问题</translation>
    </message>
    <message>
        <source>An answer was taken here already. Nothing was written twice.</source>
        <translation>此处已有答复，没有重复写入。</translation>
    </message>
    <message>
        <source>Somebody has made a task of this already. Nothing was written twice.</source>
        <translation>已有人据此建立任务，没有重复写入。</translation>
    </message>
    <message>
        <source>No number of this person is known.</source>
        <translation>没有此人的电话号码。</translation>
    </message>
    <message>
        <source>This person is not to be called any more.</source>
        <translation>此人已无须再打电话。</translation>
    </message>
    <message>
        <source>The questionnaire of this round is not installed here.</source>
        <translation>本机没有本轮所用的问卷。</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <comment>a survey round</comment>
        <translation>已于%1关闭</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>a survey round</comment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Time is over</source>
        <comment>a survey round</comment>
        <translation>已到截止日期</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a survey round</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <comment>a survey round</comment>
        <translation>进行中，至%1</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>已答%1人</translation>
    </message>
    <message>
        <source>%1 of %2 answered · %3 %</source>
        <translation>%2人中已答%1人 · %3%</translation>
    </message>
    <message>
        <source>Opened on %1</source>
        <translation>开始于%1</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>who opened a round</comment>
        <translation>发起人：%1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>an interval</comment>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <comment>an interval of shares</comment>
        <translation>%1–%2%</translation>
    </message>
    <message>
        <source>fewer than %1 answers: not shown</source>
        <translation>少于%1份答复，不显示</translation>
    </message>
    <message>
        <source>small sample</source>
        <translation>样本不足</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) off the scale</source>
        <translation>
            <numerusform>%n个答案超出量表</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>The line is cut. Nothing waits here; what you write is kept and sent later.</source>
        <translation>网络已断开。这里没有待发送的内容；您写下的会保存下来，稍后发送。</translation>
    </message>
    <message numerus="yes">
        <source>The line is cut; %n change(s) wait here, the oldest since %1. Nothing is lost.</source>
        <translation>
            <numerusform>网络已断开；%n 项更改在此等待，最早的自 %1 起。什么都没有丢失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be judged at the centre yet. They wait here and are tried again by themselves.</source>
        <translation>
            <numerusform>%n 项更改中心暂时无法处理，在此等待并会自动重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are on the way to the centre.</source>
        <translation>
            <numerusform>%n 项更改正在送往中心。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is at the centre.</source>
        <translation>一切都已在中心。</translation>
    </message>
    <message>
        <source>Everything is at the centre · fresh as of %1</source>
        <translation>一切都已在中心 · 数据截至 %1</translation>
    </message>
    <message>
        <source>Paused: nothing is sent or received until you go on.</source>
        <translation>已暂停：继续之前不收发任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Paused: %n change(s) wait here until you go on. Nothing is lost.</source>
        <translation>
            <numerusform>已暂停：%n 项更改在此等待，直到您继续。什么都没有丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The sync stopped here. Your work is saved; please tell your administrator.</source>
        <translation>同步在此停止。您的工作已保存；请告知管理员。</translation>
    </message>
    <message>
        <source>The sync stopped here and is tried again at %1. Your work is saved; if it stays so, tell your administrator.</source>
        <translation>同步在此停止，将于 %1 重试。您的工作已保存；如一直如此，请告知管理员。</translation>
    </message>
    <message>
        <source>This desk works for itself: it belongs to no centre. Everything is kept here.</source>
        <translation>本席位独立工作，不属于任何中心。一切都保存在这里。</translation>
    </message>
    <message>
        <source>The exchange with the centre has not begun yet. Everything is kept here.</source>
        <translation>与中心的交换尚未开始。一切都保存在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Receiving the hall: %Ln row(s). Until it is done, lists do not hold everything yet.</source>
        <translation>
            <numerusform>正在接收大厅数据：%Ln 行。完成之前，各列表尚不完整。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting %1 · sent %2 · safe %3 · refused %4</source>
        <translation>待发送 %1 · 已送达 %2 · 已安全 %3 · 被拒绝 %4</translation>
    </message>
    <message>
        <source>✓ At the centre</source>
        <translation>✓ 已在中心</translation>
    </message>
    <message numerus="yes">
        <source>↑ %Ln waiting</source>
        <translation>
            <numerusform>↑ %Ln 项待发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>↓ Receiving %Ln row(s)</source>
        <translation>
            <numerusform>↓ 正在接收 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>◇ No line</source>
        <translation>◇ 网络断开</translation>
    </message>
    <message numerus="yes">
        <source>◇ %Ln waiting, sending later</source>
        <translation>
            <numerusform>◇ %Ln 项待发送，稍后发送</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ The centre refuses this desk</source>
        <translation>▲ 中心拒绝本席位</translation>
    </message>
    <message>
        <source>▲ The sync stopped</source>
        <translation>▲ 同步已停止</translation>
    </message>
    <message>
        <source>❚❚ Sync paused</source>
        <translation>❚❚ 同步已暂停</translation>
    </message>
    <message numerus="yes">
        <source>❚❚ Paused, %Ln waiting</source>
        <translation>
            <numerusform>❚❚ 已暂停，%Ln 项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the centre&apos;s. Times that you write are wrong; tell your administrator.</source>
        <translation>本机时钟比中心慢 %1。您写下的时间不准；请告知管理员。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the centre&apos;s. Times that you write are wrong; tell your administrator.</source>
        <translation>本机时钟比中心快 %1。您写下的时间不准；请告知管理员。</translation>
    </message>
    <message>
        <source>Conflicts to settle</source>
        <translation>冲突待处理</translation>
    </message>
    <message>
        <source>Work that came too late</source>
        <translation>迟到的操作</translation>
    </message>
    <message>
        <source>Refused by the centre</source>
        <translation>被中心拒绝</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Sent, not safe yet</source>
        <translation>已送达，尚未安全</translation>
    </message>
    <message numerus="yes">
        <source>%1: complete, %Ln row(s)</source>
        <translation>
            <numerusform>%1：完整，%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: not complete yet, %Ln row(s) so far</source>
        <translation>
            <numerusform>%1：尚不完整，已有 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the centre are newer than this program and wait for its update.</source>
        <translation>
            <numerusform>中心有 %n 行数据比本程序新，等待程序更新。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All but %n refused change(s) are at the centre; the reasons stand below · fresh as of %1</source>
        <translation>
            <numerusform>除 %n 项被拒绝的更改（原因见下）外，一切都已在中心 · 数据截至 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre does not have you on the staff of this hall. What you write is kept here; please tell your administrator.</source>
        <translation>中心没有把您列为本大厅的工作人员。您写下的内容保存在本机；请告知管理员。</translation>
    </message>
    <message>
        <source>Your passphrase was changed at another window. Please unlock again with the new one: clerk menu, Another clerk. Your work is kept.</source>
        <translation>您的口令已在其他窗口更改。请用新口令重新解锁：工作人员菜单，“切换人员”。您的工作已保存。</translation>
    </message>
    <message>
        <source>▲ Please unlock again</source>
        <translation>▲ 请重新解锁</translation>
    </message>
    <message>
        <source>The centre&apos;s log of looks is not what this desk saw of it: somebody changed it between line %1 and line %2. Please tell the auditor.</source>
        <translation>中心的查阅日志与本窗口所见不一致：第 %1 行之后至第 %2 行之间被改动过。请报告审计员。</translation>
    </message>
    <message>
        <source>Every change is at the centre; what is in the files follows.</source>
        <translation>所有更改已到中心，附件内容随后上传。</translation>
    </message>
    <message>
        <source>↑ Files to be sent, after everything else: %1 · pieces left: %2</source>
        <translation>↑ 待上传附件（在其他内容之后）：%1 个 · 剩余 %2 块</translation>
    </message>
    <message>
        <source>↓ Files being fetched: %1 · pieces left: %2</source>
        <translation>↓ 正在取回的附件：%1 个 · 剩余 %2 块</translation>
    </message>
    <message>
        <source>Files that could not go on and are tried again by themselves: %1</source>
        <translation>暂时无法传输、会自动重试的附件：%1 个</translation>
    </message>
    <message>
        <source>↑ Files follow</source>
        <translation>↑ 附件随后上传</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Received</source>
        <comment>state of a case</comment>
        <translation>收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>state of a case</comment>
        <translation>已受理</translation>
    </message>
    <message>
        <source>In review</source>
        <comment>state of a case</comment>
        <translation>审查中</translation>
    </message>
    <message>
        <source>Decided</source>
        <comment>state of a case</comment>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state of a case</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>state of a case</comment>
        <translation>退件</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>state of a case</comment>
        <translation>撤件</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>what happened to a case</comment>
        <translation>收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>what happened to a case</comment>
        <translation>受理</translation>
    </message>
    <message>
        <source>Review started</source>
        <translation>开始审查</translation>
    </message>
    <message>
        <source>Decided</source>
        <comment>what happened to a case</comment>
        <translation>作出决定</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>what happened to a case</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>what happened to a case</comment>
        <translation>退件</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>what happened to a case</comment>
        <translation>撤件</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Concluded in its own system</source>
        <translation>已在原系统办结</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Owner changed</source>
        <translation>经办人变更</translation>
    </message>
    <message>
        <source>Priority changed</source>
        <translation>优先级变更</translation>
    </message>
    <message>
        <source>Linked to another case</source>
        <translation>关联其他办件</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>信息变更</translation>
    </message>
    <message>
        <source>Due time changed</source>
        <translation>到期时间变更</translation>
    </message>
    <message>
        <source>&amp;Receive</source>
        <translation>收件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>受理(&amp;A)</translation>
    </message>
    <message>
        <source>Start &amp;review</source>
        <translation>开始审查(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Decide …</source>
        <translation>作出决定(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Close case</source>
        <translation>办结(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;turn …</source>
        <translation>退件(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Withdraw …</source>
        <translation>撤件(&amp;W)…</translation>
    </message>
    <message>
        <source>Re&amp;open …</source>
        <translation>重新办理(&amp;O)…</translation>
    </message>
    <message>
        <source>Concluded &amp;elsewhere</source>
        <translation>已在他处办结(&amp;E)</translation>
    </message>
    <message>
        <source>Add &amp;note</source>
        <translation>添加备注(&amp;N)</translation>
    </message>
    <message>
        <source>Chan&amp;ge owner …</source>
        <translation>变更经办人(&amp;G)…</translation>
    </message>
    <message>
        <source>Change &amp;priority</source>
        <translation>变更优先级(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Link to another case …</source>
        <translation>关联其他办件(&amp;L)…</translation>
    </message>
    <message>
        <source>Change detail&amp;s</source>
        <translation>变更信息(&amp;S)</translation>
    </message>
    <message>
        <source>Change d&amp;ue time</source>
        <translation>变更到期时间(&amp;U)</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复件</translation>
    </message>
    <message>
        <source>No action needed</source>
        <translation>无需办理</translation>
    </message>
    <message>
        <source>Handed to another body</source>
        <translation>转其他部门</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>12345 hotline</source>
        <translation>12345热线</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Mobile app</source>
        <translation>移动应用</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Weibo</source>
        <translation>微博</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>自助终端</translation>
    </message>
    <message>
        <source>Digital TV</source>
        <translation>数字电视</translation>
    </message>
    <message>
        <source>Online chat</source>
        <translation>在线咨询</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>视频通话</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>社交媒体</translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>上门服务</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Own staff</source>
        <translation>内部人员</translation>
    </message>
    <message>
        <source>Other channel</source>
        <translation>其他渠道</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>来访来电</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>主动联系</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority</comment>
        <translation>普通</translation>
    </message>
    <message>
        <source>High</source>
        <comment>priority</comment>
        <translation>优先</translation>
    </message>
    <message>
        <source>Urgent</source>
        <comment>priority</comment>
        <translation>紧急</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>时限内</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Past the statutory limit</source>
        <translation>超过法定时限</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Done on the spot</source>
        <translation>即办</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>未设时限</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n个自然日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working minute(s)</source>
        <translation>
            <numerusform>%n个工作分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>拼音首字母</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Number in its own system</source>
        <translation>原系统编号</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>where a search found it</comment>
        <translation>正文</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>未评价</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>办事人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Take at least eight characters that are not all the same.</source>
        <translation>该口令太容易被猜到。请至少使用八个字符，且不能全部相同。</translation>
    </message>
    <message>
        <source>There is no such day in the calendar. Please check the date.</source>
        <translation>日历中没有这一天，请核对日期。</translation>
    </message>
    <message>
        <source>Dates from 1800 to 2199 can be kept. Please check the date.</source>
        <translation>可保存1800年至2199年的日期，请核对日期。</translation>
    </message>
    <message>
        <source>Something in this form cannot be kept as it is. Your text is still here; please check it.</source>
        <translation>表单中有内容无法按原样保存。您输入的内容仍在，请核对。</translation>
    </message>
    <message>
        <source>“%1” is still needed.</source>
        <translation>还需要填写“%1”。</translation>
    </message>
    <message>
        <source>“%1” is longer than can be kept. Please shorten it.</source>
        <translation>“%1”超出可保存的长度，请缩短。</translation>
    </message>
    <message>
        <source>“%1” cannot be kept as it is. Your text is still here; please check it.</source>
        <translation>“%1”无法按原样保存。您输入的内容仍在，请核对。</translation>
    </message>
    <message>
        <source>There is no open case with this person. Please say for what purpose you look.</source>
        <translation>此人没有在办的办件，请说明使用目的。</translation>
    </message>
    <message>
        <source>A citizen&apos;s page opens only when the look can be written to the access log, and this store can only be read. Lists and search still work.</source>
        <translation>查看办事人页面须写入查阅日志，而数据库现在只能读取，因此无法打开。列表和查找仍可使用。</translation>
    </message>
    <message>
        <source>This number does not pass its check. Keep it by saying why, or correct it.</source>
        <translation>该号码未通过校验。请说明保留原因，或予以更正。</translation>
    </message>
    <message>
        <source>This step cannot follow the case&apos;s present state. Nothing was changed.</source>
        <translation>办件当前状态不能进行这一步。未作任何更改。</translation>
    </message>
    <message>
        <source>The rules do not allow this now. Nothing was changed.</source>
        <translation>现在按规则不能这样操作。未作任何更改。</translation>
    </message>
    <message>
        <source>Somebody moved this case meanwhile: it is now “%1”. Nothing of yours was written; please look again.</source>
        <translation>其间有人推进了此办件，现在为“%1”。您的操作未写入，请重新查看。</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Nothing of yours was written; please look again.</source>
        <translation>其间有人作了更改。您的操作未写入，请重新查看。</translation>
    </message>
    <message>
        <source>This is larger than can be kept. Your text is still here; please shorten it.</source>
        <translation>内容超出可保存的大小。您输入的内容仍在，请缩短。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n byte(s) can be kept here. Please shorten it.</source>
        <translation>
            <numerusform>此处最多可保存%n个字节，请缩短。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s) can be kept here. Please shorten it.</source>
        <translation>
            <numerusform>此处最多可保存%n个字符，请缩短。</numerusform>
        </translation>
    </message>
    <message>
        <source>That passphrase does not open this store. Please try again.</source>
        <translation>该口令无法打开数据库，请重试。</translation>
    </message>
    <message numerus="yes">
        <source>That passphrase does not open this store. %n more try(ies) before a pause.</source>
        <translation>
            <numerusform>该口令无法打开数据库。还可尝试%n次，之后需等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong passphrases. Please wait %1 and try again; nothing is lost.</source>
        <translation>口令错误次数过多。请等待%1后重试，数据没有丢失。</translation>
    </message>
    <message>
        <source>This is not in the store any more. Search for it again.</source>
        <translation>数据库中已没有该记录，请重新查找。</translation>
    </message>
    <message>
        <source>This is registered already. Nothing was written twice.</source>
        <translation>该内容已登记，没有重复写入。</translation>
    </message>
    <message>
        <source>This file&apos;s format cannot be read. Nothing was taken from it.</source>
        <translation>无法读取此文件的格式，未从中取用任何内容。</translation>
    </message>
    <message>
        <source>The store is from an older version than this program can bring up to date. Nothing was changed; ask your administrator to update it step by step.</source>
        <translation>数据库版本过旧，本程序无法直接升级。未作任何更改，请联系管理员逐步升级。</translation>
    </message>
    <message>
        <source>The store was written by a newer version of OneWindow. Nothing was changed; ask your administrator to update the program.</source>
        <translation>数据库由更新版本的一窗写入。未作任何更改，请联系管理员更新程序。</translation>
    </message>
    <message>
        <source>Another program has this store open. Close the other window, or wait until its work is done, and try again.</source>
        <translation>另一个程序正在使用此数据库。请关闭另一个窗口，或等其工作完成后重试。</translation>
    </message>
    <message>
        <source>The store can be read but not written. Nothing was changed; ask your administrator about the disk&apos;s rights.</source>
        <translation>数据库可读但不可写。未作任何更改，请联系管理员检查磁盘权限。</translation>
    </message>
    <message>
        <source>The store is damaged, and nothing in it was touched. Ask your administrator to restore the latest backup.</source>
        <translation>数据库已损坏，其中内容未被改动。请联系管理员恢复最近的备份。</translation>
    </message>
    <message>
        <source>There is no store at this place yet. Ask your administrator to set it up, or start with the right file.</source>
        <translation>此处尚无数据库。请联系管理员建立，或指定正确的文件后启动。</translation>
    </message>
    <message>
        <source>The store is there, but the key ring beside it is missing. Nothing was touched; ask your administrator to put the key ring back.</source>
        <translation>数据库在此处，但旁边的密钥文件不见了。未作任何改动，请联系管理员放回密钥文件。</translation>
    </message>
    <message>
        <source>The key ring beside this store belongs to another store. Nothing was touched; ask your administrator to put the right key ring back.</source>
        <translation>旁边的密钥文件属于另一个数据库。未作任何改动，请联系管理员放回正确的密钥文件。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was written. Your text is still here; make room and save again.</source>
        <translation>磁盘已满，未能写入。您输入的内容仍在，请腾出空间后重新保存。</translation>
    </message>
    <message>
        <source>The disk did not answer as it should, so nothing was written. Your text is still here; please try again.</source>
        <translation>磁盘响应异常，未能写入。您输入的内容仍在，请重试。</translation>
    </message>
    <message>
        <source>The disk failed just while this was being saved, so it may be saved or not. Please look again before you repeat it; your text is still here.</source>
        <translation>保存时磁盘出现故障，不能确定是否已保存。重复操作之前请先查看；您输入的内容仍在。</translation>
    </message>
    <message>
        <source>This was stopped before it was done. Nothing was changed.</source>
        <translation>操作在完成前已停止，未作任何更改。</translation>
    </message>
    <message>
        <source>Something went wrong inside OneWindow. What was saved is safe; please tell your administrator what you did.</source>
        <translation>一窗内部出现问题。已保存的内容是安全的，请将您的操作告知管理员。</translation>
    </message>
    <message>
        <source>Not possible in the case&apos;s present state</source>
        <translation>办件当前状态下不能进行</translation>
    </message>
    <message>
        <source>Another clerk owns this case; take it first</source>
        <translation>此办件由其他人员经办，请先接办</translation>
    </message>
    <message>
        <source>The store can be read but not written now</source>
        <translation>数据库现在可读但不可写</translation>
    </message>
    <message>
        <source>A supervisor can do this</source>
        <translation>需由值班长办理</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>现在不能进行</translation>
    </message>
    <message>
        <source>Nothing is typed yet.</source>
        <translation>尚未输入。</translation>
    </message>
    <message>
        <source>This is longer than such a number can be.</source>
        <translation>超出此类号码的长度。</translation>
    </message>
    <message>
        <source>Invisible characters were left out.</source>
        <translation>已去除不可见字符。</translation>
    </message>
    <message>
        <source>Some letters or digits are from another script.</source>
        <translation>部分字母或数字来自其他文字。</translation>
    </message>
    <message>
        <source>The date in this number does not exist.</source>
        <translation>号码中的日期不存在。</translation>
    </message>
    <message>
        <source>The birth date in this number lies in the future.</source>
        <translation>号码中的出生日期晚于今天。</translation>
    </message>
    <message>
        <source>By this number the person is over 120 years old.</source>
        <translation>按此号码，该人已超过120岁。</translation>
    </message>
    <message>
        <source>The area code in this number is not known.</source>
        <translation>号码中的区划代码未知。</translation>
    </message>
    <message>
        <source>An old 15-digit number: it has no check digit.</source>
        <translation>旧的15位号码，没有校验码。</translation>
    </message>
    <message>
        <source>This is the number of a Hong Kong, Macau or Taiwan residence permit.</source>
        <translation>这是港澳台居民居住证的号码。</translation>
    </message>
    <message>
        <source>This form is no longer issued.</source>
        <translation>此类证件已停止签发。</translation>
    </message>
    <message>
        <source>Numbers of this kind do not usually start this way.</source>
        <translation>此类号码通常不以此开头。</translation>
    </message>
    <message>
        <source>No registration authority uses this beginning.</source>
        <translation>没有登记管理部门使用此开头。</translation>
    </message>
    <message>
        <source>The organisation code inside does not pass its own check.</source>
        <translation>其中的组织机构代码未通过校验。</translation>
    </message>
    <message>
        <source>This number stands for the public at large, not for one party.</source>
        <translation>该号码代表一般公众，不对应具体主体。</translation>
    </message>
    <message>
        <source>This number was never issued to anybody.</source>
        <translation>该号码从未签发给任何人。</translation>
    </message>
    <message>
        <source>Please compare this number with the paper.</source>
        <translation>请将号码与证件核对。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>自然人</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Public institution</source>
        <translation>事业单位</translation>
    </message>
    <message>
        <source>Social organisation</source>
        <translation>社会组织</translation>
    </message>
    <message>
        <source>Not stated</source>
        <comment>sex</comment>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>sex</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>Citizen ID</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Hong Kong, Macau and Taiwan residence permit</source>
        <translation>港澳台居民居住证</translation>
    </message>
    <message>
        <source>Foreigner&apos;s permanent residence card</source>
        <translation>外国人永久居留身份证</translation>
    </message>
    <message>
        <source>Foreigner&apos;s permanent residence card (before 2023)</source>
        <translation>外国人永久居留身份证（2023年以前）</translation>
    </message>
    <message>
        <source>Mainland travel permit (Hong Kong and Macau)</source>
        <translation>港澳居民来往内地通行证</translation>
    </message>
    <message>
        <source>Mainland travel permit (Taiwan)</source>
        <translation>台湾居民来往大陆通行证</translation>
    </message>
    <message>
        <source>Exit permit to Hong Kong and Macau</source>
        <translation>往来港澳通行证</translation>
    </message>
    <message>
        <source>Exit permit to Taiwan</source>
        <translation>往来台湾通行证</translation>
    </message>
    <message>
        <source>Chinese passport</source>
        <translation>中国护照</translation>
    </message>
    <message>
        <source>Foreign passport</source>
        <translation>外国护照</translation>
    </message>
    <message>
        <source>Birth certificate</source>
        <translation>出生医学证明</translation>
    </message>
    <message>
        <source>Officer&apos;s card</source>
        <translation>军官证</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Business registration number (before 2015)</source>
        <translation>营业执照注册号（2015年以前）</translation>
    </message>
    <message>
        <source>Organisation code (before 2015)</source>
        <translation>组织机构代码（2015年以前）</translation>
    </message>
    <message>
        <source>Tax registration number (before 2015)</source>
        <translation>税务登记号（2015年以前）</translation>
    </message>
    <message>
        <source>CURP (Mexico)</source>
        <translation>CURP（墨西哥）</translation>
    </message>
    <message>
        <source>RFC (Mexico)</source>
        <translation>RFC（墨西哥）</translation>
    </message>
    <message>
        <source>Social security number (United States)</source>
        <translation>社会安全号码（美国）</translation>
    </message>
    <message>
        <source>ITIN (United States)</source>
        <translation>ITIN（美国）</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>Household member</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父母</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>被监护人</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>委托人</translation>
    </message>
    <message>
        <source>Represents (legal representative)</source>
        <translation>担任法定代表人的单位</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>Work on a case</source>
        <translation>办理办件</translation>
    </message>
    <message>
        <source>Answering an enquiry</source>
        <translation>答复咨询</translation>
    </message>
    <message>
        <source>Checking an identity</source>
        <translation>核验身份</translation>
    </message>
    <message>
        <source>Appeal or complaint</source>
        <translation>申诉或投诉</translation>
    </message>
    <message>
        <source>Correcting data</source>
        <translation>更正数据</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d %2 h left</source>
        <translation>还剩%1天%2小时</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>还剩%1小时%2分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>还剩%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>已超期%n天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) over</source>
        <translation>
            <numerusform>已超期%n小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min over</source>
        <translation>
            <numerusform>已超期%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date: 9 Aug 2026</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>date and time: 9 Aug 2026, 14:05</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n年前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Nothing was changed, so nothing was written.</source>
        <translation>没有任何改动，未写入内容。</translation>
    </message>
    <message>
        <source>Only an instant case is finished on the spot. Take its steps one by one; nothing was changed.</source>
        <translation>只有即办件可以当场办结，请逐步办理；未作任何更改。</translation>
    </message>
    <message>
        <source>This clerk does not work here any more. Nothing was changed.</source>
        <translation>该窗口人员已不在岗，未作任何更改。</translation>
    </message>
    <message>
        <source>What this was about is not here any more. Nothing was changed.</source>
        <translation>它所涉及的内容已不在这里。什么都没有改动。</translation>
    </message>
    <message>
        <source>The centre does not answer. Your work is saved here and is sent as soon as the line is back.</source>
        <translation>中心没有应答。您的工作已保存在这里，网络恢复后立即发送。</translation>
    </message>
    <message>
        <source>The centre does not accept this desk now. Your work is saved here; please tell your administrator.</source>
        <translation>中心现在不接受本席位。您的工作已保存在这里；请告知管理员。</translation>
    </message>
    <message>
        <source>The centre is older than this program. Your work is saved here; please tell your administrator.</source>
        <translation>中心的版本比本程序旧。您的工作已保存在这里；请告知管理员。</translation>
    </message>
    <message>
        <source>The centre is newer than this program understands. Your work is saved here; please have this program updated.</source>
        <translation>中心的版本比本程序所能理解的新。您的工作已保存在这里；请更新本程序。</translation>
    </message>
    <message>
        <source>That is the passphrase that you were given. Please choose another one.</source>
        <translation>这就是发给您的初始口令，请另选一个。</translation>
    </message>
    <message>
        <source>You have not been in touch with the centre for too long. Please unlock once while the line is up.</source>
        <translation>您太久没有与中心联系。请在线路恢复时解锁一次。</translation>
    </message>
    <message>
        <source>The centre was asked often enough for now. Please wait %1 and try again.</source>
        <translation>向中心查找的次数已达上限。请等待%1后再试。</translation>
    </message>
    <message>
        <source>That search was too long ago. Please ask the centre once more.</source>
        <translation>上次查找时间已久，请重新向中心查找。</translation>
    </message>
    <message>
        <source>This person is not there any more. Please ask the centre once more.</source>
        <translation>此人已不在中心名册中，请重新向中心查找。</translation>
    </message>
    <message>
        <source>The centre does not know you as working here. Please tell your administrator.</source>
        <translation>中心没有您在此工作的登记，请联系管理员。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>您的角色不允许此项操作。</translation>
    </message>
    <message>
        <source>Document issued</source>
        <translation>签发文书</translation>
    </message>
    <message>
        <source>&amp;Issue a document</source>
        <translation>签发文书(&amp;I)</translation>
    </message>
    <message>
        <source>The case&apos;s present state knows no such document. Nothing was changed.</source>
        <translation>办件当前状态不能签发这种文书，未作任何改动。</translation>
    </message>
    <message>
        <source>This visit has been rated already.</source>
        <translation>本次办事已经评价过了。</translation>
    </message>
    <message>
        <source>That is for supervisors.</source>
        <translation>此项仅供督导人员使用。</translation>
    </message>
    <message>
        <source>It is about your own service: somebody else looks after it.</source>
        <translation>这是对您本人服务的评价，由他人处理。</translation>
    </message>
    <message>
        <source>An appeal is decided by somebody else than who found that it is one.</source>
        <translation>申诉须由提出认定者以外的人复核。</translation>
    </message>
    <message>
        <source>This is somebody else&apos;s work.</source>
        <translation>此项由他人负责。</translation>
    </message>
    <message>
        <source>The case has not ended yet; a visit can be rated at once.</source>
        <translation>办件尚未办结；现场服务可当场评价。</translation>
    </message>
    <message>
        <source>The time in which this could be rated is over.</source>
        <translation>评价期限已过。</translation>
    </message>
    <message>
        <source>This desk is no kiosk. A supervisor can make it one in the settings, while sitting at it.</source>
        <translation>本工作台不是评价自助终端。值班长可在本机的设置中启用。</translation>
    </message>
</context>
<context>
    <name>ow::ui::AboutWindow</name>
    <message>
        <source>About OneWindow</source>
        <translation>关于一窗</translation>
    </message>
    <message>
        <source>OneWindow</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>The front office of one-stop government service halls.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.

It stands on Qt, SQLCipher, Boost, ICU, libphonenumber, libsodium and OpenCC.</source>
        <translation>一站式政务服务大厅前台。

本软件是自由软件，遵循 GNU 通用公共许可证第3版或更高版本，不提供任何担保。

本软件使用了 Qt、SQLCipher、Boost、ICU、libphonenumber、libsodium 和 OpenCC。</translation>
    </message>
</context>
<context>
    <name>ow::ui::AnswerBars</name>
    <message>
        <source>%1: %2</source>
        <comment>an answer and how often it was given</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>How often each answer was given</source>
        <translation>各答案的次数</translation>
    </message>
</context>
<context>
    <name>ow::ui::AnswerForm</name>
    <message>
        <source>In their own &amp;words</source>
        <translation>原话(&amp;W)</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>原话</translation>
    </message>
</context>
<context>
    <name>ow::ui::AreaChoice</name>
    <message>
        <source>Whose figures</source>
        <translation>看谁的数</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n hall(s)</source>
        <comment>an area</comment>
        <translation>
            <numerusform>%1:%n 个大厅</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::AssignPanel</name>
    <message>
        <source>Who takes this case</source>
        <translation>转交给谁</translation>
    </message>
    <message>
        <source>Who takes this case?</source>
        <translation>此件转交给谁？</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>ow::ui::AttachmentPreview</name>
    <message>
        <source>Esc closes</source>
        <translation>按 Esc 关闭</translation>
    </message>
    <message>
        <source>This cannot be shown here. Save a copy to open it elsewhere.</source>
        <translation>此文件不能在这里显示。请另存副本后在别处打开。</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>正在读取图片……</translation>
    </message>
    <message>
        <source>This picture is damaged, or too large to be shown. Save a copy to look at it elsewhere.</source>
        <translation>图片已损坏，或太大而无法显示。请另存副本后在别处查看。</translation>
    </message>
    <message>
        <source>… This is not all of it.</source>
        <translation>……以上不是全部内容。</translation>
    </message>
</context>
<context>
    <name>ow::ui::BehindModel</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a column&apos;s heading and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>计入时间</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>a month and two amounts</comment>
        <translation>%1:%2 / %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a month and an amount</comment>
        <translation>%1:%2</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::BehindTable</name>
    <message>
        <source>What is behind the figure</source>
        <translation>指标背后的办件</translation>
    </message>
</context>
<context>
    <name>ow::ui::BoardPage</name>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>free for %1</source>
        <translation>空闲 %1</translation>
    </message>
    <message>
        <source>serving for %1</source>
        <translation>办理 %1</translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s), %1 ago</source>
        <translation>
            <numerusform>已叫%n次，%1前起</numerusform>
        </translation>
    </message>
    <message>
        <source>called %1 ago</source>
        <translation>%1前叫号</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>No number was taken today.</source>
        <translation>今日尚无人取号。</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>No window has called anybody today.</source>
        <translation>今日尚无窗口叫号。</translation>
    </message>
    <message>
        <source>Live hall</source>
        <translation>大厅看板</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>hall, time of day</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Numbers taken</source>
        <translation>取号</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>people in a queue</comment>
        <translation>
            <numerusform>%Ln人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>Served</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Median wait</source>
        <translation>等候中位数</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Within 15 min</source>
        <translation>15分钟内叫号</translation>
    </message>
    <message>
        <source>%1 of %2 called</source>
        <translation>%2个已叫号中%1个</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>过号</translation>
    </message>
    <message numerus="yes">
        <source>%Ln given back</source>
        <translation>
            <numerusform>退号%Ln个</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases overdue</source>
        <translation>逾期办件</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Opens this month&apos;s figure</source>
        <translation>打开本月指标</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>最久 %1</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>无人等候</translation>
    </message>
    <message numerus="yes">
        <source>%Ln go first</source>
        <comment>priority and appointments</comment>
        <translation>
            <numerusform>优先%Ln人</numerusform>
        </translation>
    </message>
    <message>
        <source>not called from this window</source>
        <translation>本窗口不叫</translation>
    </message>
    <message>
        <source>Press, and this window calls no more from this queue</source>
        <translation>按下后本窗口不再叫此队列</translation>
    </message>
    <message>
        <source>Press, and this window calls from this queue too</source>
        <translation>按下后本窗口也叫此队列</translation>
    </message>
    <message>
        <source>Window %1 · here</source>
        <translation>%1号窗口 · 本窗口</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1号窗口</translation>
    </message>
</context>
<context>
    <name>ow::ui::CallPanel</name>
    <message>
        <source>What came of the call</source>
        <translation>通话结果</translation>
    </message>
    <message>
        <source>Answers (A)</source>
        <translation>接受 (A)</translation>
    </message>
    <message>
        <source>Refuses (R)</source>
        <translation>拒访 (R)</translation>
    </message>
    <message>
        <source>Not reached (N)</source>
        <translation>未接通 (N)</translation>
    </message>
    <message>
        <source>Later (J)</source>
        <translation>稍后 (J)</translation>
    </message>
    <message>
        <source>Leave this person for later</source>
        <translation>此人稍后再打</translation>
    </message>
    <message>
        <source>Save, and the next (Enter)</source>
        <translation>保存，下一位 (Enter)</translation>
    </message>
    <message>
        <source>Save, and go to the next person</source>
        <translation>保存并转到下一位</translation>
    </message>
    <message>
        <source>Kept as a draft at %1</source>
        <translation>草稿已于%1保存</translation>
    </message>
    <message>
        <source>This round is over: nobody is called any more.</source>
        <translation>本轮调查已结束，不再打电话。</translation>
    </message>
    <message>
        <source>Everybody whom you may call has been called.</source>
        <translation>您可以联系的人都已联系过。</translation>
    </message>
    <message>
        <source>A colleague has taken an answer of this person meanwhile.</source>
        <translation>其间同事已记下此人的答复。</translation>
    </message>
    <message>
        <source>Place %1 of %2</source>
        <translation>第%1位，共%2位</translation>
    </message>
    <message>
        <source>%1 · no number is known</source>
        <comment>masked name</comment>
        <translation>%1 · 没有电话号码</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name, phone</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Name and number (P)</source>
        <translation>姓名和电话 (P)</translation>
    </message>
    <message>
        <source>Nothing is answered yet. Digits answer; R says that they refuse, N that nobody was reached.</source>
        <translation>还没有任何回答。按数字键作答；R为拒访，N为未接通。</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are not answered. Enter once more saves it so.</source>
        <translation>
            <numerusform>还有%n题未答。再按一次Enter即照此保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Place %1 is saved.</source>
        <translation>第%1位已保存。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CandidateRow</name>
    <message>
        <source>born %1</source>
        <translation>%1年出生</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1年成立</translation>
    </message>
    <message>
        <source>Known at: %1</source>
        <comment>names of halls</comment>
        <translation>已登记于：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of halls</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Known in this hall already</source>
        <translation>本大厅已有登记</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take into this hall</source>
        <translation>纳入本大厅</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>a digit key and what it does</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>what the button does, to whom</comment>
        <translation>%1：%2，%3</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseActions</name>
    <message>
        <source>&amp;Finish on the spot …</source>
        <translation>当场办结(&amp;F)…</translation>
    </message>
    <message>
        <source>Ta&amp;ke this case</source>
        <translation>接办(&amp;K)</translation>
    </message>
    <message>
        <source>Give &amp;back to the window</source>
        <translation>退回窗口(&amp;B)</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>Give to a colleague …  A</source>
        <comment>with its key</comment>
        <translation>转交同事…  A</translation>
    </message>
    <message>
        <source>Give to a colleague</source>
        <translation>转交同事</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseAttachments</name>
    <message>
        <source>No file yet. Drop files here, or press F7.</source>
        <translation>还没有附件。可将文件拖到这里，或按 F7。</translation>
    </message>
    <message>
        <source>Add a &amp;file … (F7)</source>
        <translation>添加附件(&amp;F)… (F7)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save a copy … (S)</source>
        <translation>另存副本… (S)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Files of the case</source>
        <translation>本件附件</translation>
    </message>
    <message>
        <source>What the next file is</source>
        <translation>下一个附件的材料类型</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>打开 (Enter)</translation>
    </message>
    <message>
        <source>Fetch (Enter)</source>
        <translation>取回 (Enter)</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Only pictures and plain text are shown here. Save a copy to open it elsewhere.</source>
        <translation>这里只显示图片和纯文本。请另存副本后在别处打开。</translation>
    </message>
    <message>
        <source>Add files to the case</source>
        <translation>为本件添加附件</translation>
    </message>
    <message>
        <source>Reading “%1” …</source>
        <translation>正在读取“%1”……</translation>
    </message>
    <message>
        <source>“%1” is in the case.</source>
        <translation>“%1”已加入本件。</translation>
    </message>
    <message>
        <source>Only files of this computer can be added.</source>
        <translation>只能添加本计算机上的文件。</translation>
    </message>
    <message>
        <source>“%1” is being fetched.</source>
        <translation>正在取回“%1”。</translation>
    </message>
    <message>
        <source>A copy is saved as “%1”.</source>
        <translation>副本已保存为“%1”。</translation>
    </message>
    <message>
        <source>“%1” would be gone for everybody. Once more, and it is removed.</source>
        <translation>移除“%1”后，所有人都将看不到它。再按一次即移除。</translation>
    </message>
    <message>
        <source>“%1” is removed from the case.</source>
        <translation>“%1”已从本件移除。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseDocuments</name>
    <message>
        <source>No document was issued yet.</source>
        <translation>尚未签发文书。</translation>
    </message>
    <message>
        <source>&amp;Issue a document … (F10)</source>
        <translation>签发文书(&amp;I) …（F10）</translation>
    </message>
    <message>
        <source>Issue a document</source>
        <translation>签发文书</translation>
    </message>
    <message numerus="yes">
        <source>and %n older</source>
        <translation>
            <numerusform>另有 %n 份较早的</numerusform>
        </translation>
    </message>
    <message>
        <source>The case&apos;s present state knows no document.</source>
        <translation>办件当前状态没有可签发的文书。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a clerk, a time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>issued as %1</source>
        <comment>a document, under its provisional number</comment>
        <translation>签发时为 %1</translation>
    </message>
    <message>
        <source>Provisional number: the final one comes from the centre.</source>
        <translation>临时文号：正式文号由中心编发。</translation>
    </message>
    <message>
        <source>Provisional number: this desk has no centre that gives final ones.</source>
        <translation>临时文号：本机未接入中心，无法取得正式文号。</translation>
    </message>
    <message>
        <source>Number given; not yet known to be safe.</source>
        <translation>文号已编发，尚待确认安全。</translation>
    </message>
    <message>
        <source>The centre did not take this document; the sync page says why.</source>
        <translation>中心未接收此文书，原因见同步页。</translation>
    </message>
    <message>
        <source>was %1 before the centre was restored</source>
        <comment>a document&apos;s number</comment>
        <translation>中心恢复前为 %1</translation>
    </message>
    <message>
        <source>%1 issued as %2.</source>
        <comment>a document, its number</comment>
        <translation>%1已签发，文号 %2。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseForm</name>
    <message>
        <source>New case</source>
        <translation>新建办件</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Please read this together</source>
        <translation>请与办事人一起核对</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What is it about</source>
        <translation>办理内容</translation>
    </message>
    <message>
        <source>Enter goes on; Alt+Enter starts a new line.</source>
        <translation>按 Enter 到下一项，按 Alt+Enter 换行。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Agent who acts for them</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定机关</translation>
    </message>
    <message>
        <source>Promised time</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>%1 · code %2</source>
        <comment>department · service code</comment>
        <translation>%1 · 编码 %2</translation>
    </message>
    <message>
        <source>Choose one of those found, or empty this line.</source>
        <translation>请从查到的结果中选择，或清空此行。</translation>
    </message>
    <message>
        <source>Choose the service first.</source>
        <translation>请先选择事项。</translation>
    </message>
    <message>
        <source>Case %1 is open.</source>
        <translation>办件 %1 已收件。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseHeader</name>
    <message>
        <source>%1, window %2</source>
        <translation>%1 %2号窗口</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>办事人</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收件时间</translation>
    </message>
    <message>
        <source>Hall and window</source>
        <translation>大厅和窗口</translation>
    </message>
    <message>
        <source>Acting for the citizen</source>
        <translation>代为办理</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Number in its own system</source>
        <translation>原系统编号</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Open the citizen&apos;s page</source>
        <translation>打开办事人页面</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseLinks</name>
    <message>
        <source>Related to</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation>与之重复</translation>
    </message>
    <message>
        <source>Follow-up of</source>
        <translation>后续办件</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>关联(&amp;L)</translation>
    </message>
    <message>
        <source>Number of the other case</source>
        <translation>另一办件的编号</translation>
    </message>
    <message>
        <source>How the cases belong together</source>
        <translation>办件之间的关系</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
</context>
<context>
    <name>ow::ui::CasePage</name>
    <message>
        <source>Reading the case …</source>
        <translation>正在读取办件…</translation>
    </message>
    <message>
        <source>Why it is due then</source>
        <translation>时限说明</translation>
    </message>
    <message>
        <source>Priority and linked cases</source>
        <translation>优先级和关联办件</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>优先级(&amp;P)</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新备注</translation>
    </message>
    <message>
        <source>Story of the case</source>
        <translation>办件经过</translation>
    </message>
    <message>
        <source>This case is no longer in the store. Nothing else was changed.</source>
        <translation>数据库中已没有此办件，其他内容未作更改。</translation>
    </message>
    <message>
        <source>Due on %1.</source>
        <translation>%1到期。</translation>
    </message>
    <message>
        <source>This service promises no time limit, so the case has no due date.</source>
        <translation>该事项未设承诺办结时限，此办件没有到期日。</translation>
    </message>
    <message>
        <source>The law&apos;s own limit ends on %1.</source>
        <translation>法定办结时限至%1届满。</translation>
    </message>
    <message>
        <source>The system that the case came from has its own target: %1.</source>
        <translation>来源系统自定的目标时间：%1。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>This case cannot be opened again. Search for it by its number.</source>
        <translation>无法再次打开此办件，请按编号查找。</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseReceipt</name>
    <message>
        <source>Receipt to rate by  F11</source>
        <comment>with its key</comment>
        <translation>评价凭条  F11</translation>
    </message>
    <message>
        <source>Receipt to rate by</source>
        <translation>评价凭条</translation>
    </message>
    <message>
        <source>F11: a code by which the citizen can rate later, at a kiosk</source>
        <translation>F11：打印评价码，群众可稍后在自助终端评价</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseWork</name>
    <message>
        <source>Case %1 is accepted; its clock runs.</source>
        <translation>办件 %1 已受理，开始计时。</translation>
    </message>
    <message>
        <source>The review of case %1 has begun.</source>
        <translation>办件 %1 已开始审查。</translation>
    </message>
    <message>
        <source>The decision on case %1 is saved.</source>
        <translation>办件 %1 的决定已保存。</translation>
    </message>
    <message>
        <source>Case %1 is closed.</source>
        <translation>办件 %1 已办结。</translation>
    </message>
    <message>
        <source>Case %1 is returned.</source>
        <translation>办件 %1 已退件。</translation>
    </message>
    <message>
        <source>Case %1 is withdrawn.</source>
        <translation>办件 %1 已撤件。</translation>
    </message>
    <message>
        <source>Case %1 is open again.</source>
        <translation>办件 %1 已重新办理。</translation>
    </message>
    <message>
        <source>The change to case %1 is saved.</source>
        <translation>办件 %1 的更改已保存。</translation>
    </message>
    <message>
        <source>Case %1 is decided and closed.</source>
        <translation>办件 %1 已决定并办结。</translation>
    </message>
    <message>
        <source>Case %1 is yours.</source>
        <translation>办件 %1 已由您接办。</translation>
    </message>
    <message>
        <source>Case %1 is back with the window.</source>
        <translation>办件 %1 已退回窗口。</translation>
    </message>
    <message>
        <source>The priority of case %1 is saved.</source>
        <translation>办件 %1 的优先级已保存。</translation>
    </message>
    <message>
        <source>The note stands in case %1.</source>
        <translation>备注已记入办件 %1。</translation>
    </message>
    <message>
        <source>The link is saved in case %1.</source>
        <translation>关联已保存到办件 %1。</translation>
    </message>
    <message>
        <source>Somebody moved this case meanwhile: it now stands at “%1”. Nothing was changed and your text is kept.</source>
        <translation>其间有人推进了此办件，现在为“%1”。未作任何更改，您输入的内容已保留。</translation>
    </message>
    <message>
        <source>No case has this number. Check it and try again; nothing was changed.</source>
        <translation>没有此编号的办件。请核对后重试，未作任何更改。</translation>
    </message>
    <message>
        <source>Several cases match this number. Type all of it; nothing was changed.</source>
        <translation>有多个办件符合此编号。请输入完整编号，未作任何更改。</translation>
    </message>
    <message>
        <source>Case %1 is now with %2.</source>
        <comment>number, a clerk&apos;s name</comment>
        <translation>办件 %1 已转交 %2。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CentralSearchPage</name>
    <message>
        <source>ID number or credit code</source>
        <translation>证件号码或信用代码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Name and date of birth</source>
        <translation>姓名和出生日期</translation>
    </message>
    <message>
        <source>Look by</source>
        <translation>查找方式</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>&amp;Ask the centre (F9)</source>
        <translation>向中心查找(&amp;A)（F9）</translation>
    </message>
    <message>
        <source>Found at the centre</source>
        <translation>中心查到</translation>
    </message>
    <message>
        <source>Somebody whom this hall does not know</source>
        <translation>本大厅没有登记的人</translation>
    </message>
    <message>
        <source>The centre finds nobody by a part of a name or number. It writes down who asked, for whom and why, before it answers.</source>
        <translation>须输入完整的号码，或完整的姓名和出生日期。中心先记录由谁、为何、查找何人，然后才给出结果。</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>For what purpose do you look?</source>
        <translation>查找目的</translation>
    </message>
    <message>
        <source>Ask the centre</source>
        <translation>向中心查找</translation>
    </message>
    <message>
        <source>Name, as on the paper</source>
        <translation>姓名（与证件一致）</translation>
    </message>
    <message>
        <source>The whole date is needed: year, month and day.</source>
        <translation>请输入完整的年、月、日。</translation>
    </message>
    <message>
        <source>The centre answers only for a purpose.</source>
        <translation>请先选择查找目的。</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>正在向中心查找……</translation>
    </message>
    <message>
        <source>No hall knows anybody like this. Register the person as new.</source>
        <translation>各大厅均没有此人的登记，请作为新办事人登记。</translation>
    </message>
    <message>
        <source>Taking %1 into this hall …</source>
        <translation>正在将 %1 纳入本大厅……</translation>
    </message>
    <message>
        <source>Taken into this hall. The page opens as soon as the data are here.</source>
        <translation>已纳入本大厅。资料送达后自动打开。</translation>
    </message>
    <message>
        <source>The centre does not answer now, so nobody beyond this hall can be found. You can register the person here: the same number makes them one person later.</source>
        <translation>中心暂时没有应答，无法查找其他大厅的登记。您可以先在本大厅登记；号码相同的，日后会合并为同一人。</translation>
    </message>
    <message>
        <source>This desk works without a centre: there is nobody to ask.</source>
        <translation>本窗口未接入中心，无法查找。</translation>
    </message>
    <message>
        <source>Please type the whole of it.</source>
        <translation>请输入完整内容。</translation>
    </message>
</context>
<context>
    <name>ow::ui::ChannelChoice</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Another channel</source>
        <translation>其他渠道</translation>
    </message>
    <message>
        <source>Another channel…</source>
        <translation>其他渠道…</translation>
    </message>
</context>
<context>
    <name>ow::ui::CheatSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>ow::ui::ChoiceRow</name>
    <message>
        <source>%1: %2</source>
        <comment>a question and one of its answers</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an answer and its key</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ow::ui::CitizensPage</name>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Find a person, a firm or a case</source>
        <translation>查找人员、单位或办件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Pinyin or initials</source>
        <translation>拼音或首字母</translation>
    </message>
    <message>
        <source>ID number, from the front or the last four</source>
        <translation>证件号码前几位或后四位</translation>
    </message>
    <message>
        <source>Phone, written in any way</source>
        <translation>电话号码，任何写法</translation>
    </message>
    <message>
        <source>Credit code of a firm</source>
        <translation>单位的统一社会信用代码</translation>
    </message>
    <message>
        <source>Case number, with or without dashes</source>
        <translation>办件编号，可省略横线</translation>
    </message>
    <message>
        <source>&amp;Search (Ctrl+K)</source>
        <translation>查找(&amp;S)（Ctrl+K）</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>&amp;Register somebody new</source>
        <translation>登记新的办事人(&amp;R)</translation>
    </message>
    <message>
        <source>Register somebody new</source>
        <translation>登记新的办事人</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue: %1, %2</source>
        <comment>form, when it was kept</comment>
        <translation>继续：%1，%2</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Throw away: %1, %2</source>
        <comment>form, when it was kept</comment>
        <translation>丢弃：%1，%2</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>办事人</translation>
    </message>
    <message>
        <source>Ask the &amp;centre</source>
        <translation>向中心查找(&amp;C)</translation>
    </message>
    <message>
        <source>Ask the centre</source>
        <translation>向中心查找</translation>
    </message>
</context>
<context>
    <name>ow::ui::CodesPanel</name>
    <message>
        <source>Codes of the slips</source>
        <translation>答卷编码</translation>
    </message>
    <message>
        <source>Cop&amp;y all</source>
        <translation>全部复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Sa&amp;ve to a file …</source>
        <translation>保存到文件(&amp;V)…</translation>
    </message>
    <message>
        <source>Copy all codes</source>
        <translation>复制全部编码</translation>
    </message>
    <message>
        <source>Save the codes to a file</source>
        <translation>把编码保存到文件</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s), one for each slip. Each is taken once; none says to whom it went.</source>
        <translation>
            <numerusform>%n个编码，每份答卷一个。每个只能用一次，也看不出发给了谁。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) copied.</source>
        <translation>
            <numerusform>已复制%n个编码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the codes</source>
        <translation>保存编码</translation>
    </message>
    <message>
        <source>codes %1</source>
        <comment>name of a file: round</comment>
        <translation>答卷编码 %1</translation>
    </message>
    <message>
        <source>The codes are saved: %1</source>
        <translation>编码已保存：%1</translation>
    </message>
    <message>
        <source>The codes could not be written to %1.</source>
        <translation>编码未能写入%1。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CodingPanel</name>
    <message>
        <source>What people said in their own words</source>
        <translation>群众的原话</translation>
    </message>
    <message>
        <source>What kind of problem</source>
        <translation>问题类别</translation>
    </message>
    <message>
        <source>What is w&amp;rong, in a few words (needed)</source>
        <translation>问题概述(&amp;R)（必填）</translation>
    </message>
    <message>
        <source>Or one that others have told of, too</source>
        <translation>或并入已有的共性问题</translation>
    </message>
    <message>
        <source>Who &amp;looks after it</source>
        <translation>由谁负责(&amp;L)</translation>
    </message>
    <message>
        <source>Who looks after it</source>
        <translation>由谁负责</translation>
    </message>
    <message>
        <source>&amp;Until (a day, for example 2026-03-31)</source>
        <translation>期限(&amp;U)（日期，如2026-03-31）</translation>
    </message>
    <message>
        <source>Make a task of it</source>
        <translation>转为任务</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what was said, how it came in</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Nothing is left that people said in their own words.</source>
        <translation>没有待处理的原话。</translation>
    </message>
    <message>
        <source>Joins the problem: %1</source>
        <translation>并入问题：%1</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <comment>whose a task is</comment>
        <translation>尚无人</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) say so already; it is followed up by: %1</source>
        <translation>
            <numerusform>已有%n份答复反映此问题，负责人：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Say in a few words what is wrong.</source>
        <translation>请简要写明问题。</translation>
    </message>
    <message>
        <source>This is no day of the calendar.</source>
        <translation>日历上没有这一天。</translation>
    </message>
    <message>
        <source>It is a task now.</source>
        <translation>已转为任务。</translation>
    </message>
    <message>
        <source>Nothing to follow up (X)</source>
        <translation>无需跟进（X）</translation>
    </message>
    <message>
        <source>Nothing to follow up</source>
        <translation>无需跟进</translation>
    </message>
    <message>
        <source>It is put aside.</source>
        <translation>已搁置，不再跟进。</translation>
    </message>
</context>
<context>
    <name>ow::ui::ColleaguePicker</name>
    <message>
        <source>Name, pinyin or initials of a colleague</source>
        <translation>同事的姓名、拼音或首字母</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <comment>a clerk&apos;s name</comment>
        <translation>%1（本人）</translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n 件在办</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody of this hall has this name.</source>
        <translation>本大厅没有此人。</translation>
    </message>
</context>
<context>
    <name>ow::ui::ContactForm</name>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>a case: number, title, state</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>登记接触</translation>
    </message>
    <message>
        <source>Register contact</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>办事人</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>About the case</source>
        <translation>所涉办件</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>沟通内容</translation>
    </message>
    <message>
        <source>Enter goes on; Alt+Enter starts a new line.</source>
        <translation>按 Enter 到下一项，按 Alt+Enter 换行。</translation>
    </message>
    <message>
        <source>Contact: %1</source>
        <translation>接触：%1</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>不涉及办件</translation>
    </message>
    <message>
        <source>The case that you came from</source>
        <translation>您刚才查看的办件</translation>
    </message>
    <message>
        <source>Choose one of the people found, or empty this line if you do not know who it was.</source>
        <translation>请从查到的人员中选择；若不知道是谁，请清空此行。</translation>
    </message>
    <message>
        <source>The contact is registered.</source>
        <translation>接触已登记。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CorrectionForm</name>
    <message>
        <source>Residence</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Registered address</source>
        <translation>注册地址</translation>
    </message>
    <message>
        <source>Place of business</source>
        <translation>经营地址</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>通信地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Another way to reach them</source>
        <translation>其他联系方式</translation>
    </message>
    <message>
        <source>Correct the data</source>
        <translation>更正资料</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>保存更正</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>将作的改动</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>资料更正</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <comment>a name</comment>
        <translation>更正：%1</translation>
    </message>
    <message>
        <source>Name, as on the paper</source>
        <translation>姓名或名称（与证件一致）</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Latin name, as on a passport</source>
        <translation>拉丁字母姓名（与护照一致）</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>For example: misread from a worn card, seen and compared</source>
        <translation>例如：证件磨损误读，已核对原件</translation>
    </message>
    <message>
        <source>Why the number is changed or kept as it is</source>
        <translation>更改或保留该号码的原因</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Sex, as on the paper</source>
        <translation>性别（与证件一致）</translation>
    </message>
    <message>
        <source>No preference</source>
        <translation>无特别要求</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a kind of number and the number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Another phone</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Another e-mail</source>
        <translation>其他电子邮件</translation>
    </message>
    <message>
        <source>The other phone typed above</source>
        <translation>上面新填的电话</translation>
    </message>
    <message>
        <source>The other e-mail typed above</source>
        <translation>上面新填的电子邮件</translation>
    </message>
    <message>
        <source>Preferred number or address</source>
        <translation>首选联系号码</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Wishes to be reached by</source>
        <translation>希望的联系方式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What the next clerk must know</source>
        <translation>下一位窗口人员须知</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>尚无改动。</translation>
    </message>
    <message>
        <source>This is on record and can be changed, not emptied.</source>
        <translation>此项已登记，可以更改，不能清空。</translation>
    </message>
    <message>
        <source>There is no such day. Type year, month and day, as 1990-03-07.</source>
        <translation>没有这一天。请输入年、月、日，如 1990-03-07。</translation>
    </message>
    <message>
        <source>The correction is saved.</source>
        <translation>更正已保存。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CountedPage</name>
    <message>
        <source>Counting: day %1 of %2 …</source>
        <translation>正在统计：第%1天，共%2天……</translation>
    </message>
    <message>
        <source>As of %1 · definitions %2</source>
        <translation>截至%1 · 指标定义%2</translation>
    </message>
</context>
<context>
    <name>ow::ui::DrawSheet</name>
    <message>
        <source>Cases of this service</source>
        <translation>该事项的办件</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Draw and open the round</source>
        <translation>抽样并开始</translation>
    </message>
    <message>
        <source>any</source>
        <comment>channel</comment>
        <translation>不限</translation>
    </message>
    <message>
        <source>none</source>
        <comment>last day of a round</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>all services</source>
        <translation>全部事项</translation>
    </message>
    <message>
        <source>Answers are taken by: %1</source>
        <translation>答复方式：%1</translation>
    </message>
    <message>
        <source>A new round</source>
        <translation>新的一轮</translation>
    </message>
    <message>
        <source>&amp;Name (needed)</source>
        <translation>名称(&amp;N)（必填）</translation>
    </message>
    <message>
        <source>&amp;Questionnaire</source>
        <translation>问卷(&amp;Q)</translation>
    </message>
    <message>
        <source>Asked are persons whose case ended</source>
        <translation>调查对象：办件已办结的人</translation>
    </message>
    <message>
        <source>&amp;from (both days count)</source>
        <translation>自(&amp;F)（含当日）</translation>
    </message>
    <message>
        <source>&amp;until</source>
        <translation>至(&amp;U)（含当日）</translation>
    </message>
    <message>
        <source>came in &amp;by</source>
        <translation>来件渠道(&amp;B)</translation>
    </message>
    <message>
        <source>of the &amp;service</source>
        <translation>事项(&amp;S)</translation>
    </message>
    <message>
        <source>How &amp;many are drawn</source>
        <translation>抽取人数(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Last day for answers</source>
        <translation>答复截止日(&amp;L)</translation>
    </message>
    <message>
        <source>Answers are taken by</source>
        <translation>答复方式</translation>
    </message>
    <message>
        <source>Kept as a draft at %1</source>
        <translation>草稿已于%1保存</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>A day is none of the calendar.</source>
        <translation>有日期在日历上不存在。</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation>没有符合条件的人。</translation>
    </message>
    <message>
        <source>%1 persons fit; %2 of them are drawn.</source>
        <translation>符合条件%1人，抽取%2人。</translation>
    </message>
    <message>
        <source>Give the round a name.</source>
        <translation>请填写本轮名称。</translation>
    </message>
    <message>
        <source>Choose the service from the list, or leave the line empty.</source>
        <translation>请从列表中选择事项，或留空。</translation>
    </message>
    <message>
        <source>Say how answers are taken.</source>
        <translation>请选择答复方式。</translation>
    </message>
    <message>
        <source>The last day is none of the calendar.</source>
        <translation>截止日在日历上不存在。</translation>
    </message>
    <message>
        <source>Those who fit are still being counted.</source>
        <translation>仍在统计符合条件的人数。</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The round is open: %1 are asked.</source>
        <translation>本轮已开始，共%1人。</translation>
    </message>
</context>
<context>
    <name>ow::ui::DuplicatePanel</name>
    <message>
        <source>Same number</source>
        <translation>号码相同</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>Name sounds the same</source>
        <translation>姓名同音</translation>
    </message>
    <message>
        <source>Same date of birth</source>
        <translation>出生日期相同</translation>
    </message>
    <message>
        <source>Looks alike</source>
        <translation>信息相似</translation>
    </message>
    <message>
        <source>Registered already?</source>
        <translation>是否已登记？</translation>
    </message>
    <message>
        <source>The record with this number</source>
        <translation>使用此号码的记录</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) may be the same</source>
        <translation>
            <numerusform>有%n条记录可能相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开%1</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>就是这一位</translation>
    </message>
    <message>
        <source>Go on with %1 instead of registering again</source>
        <translation>使用%1继续，不再重复登记</translation>
    </message>
</context>
<context>
    <name>ow::ui::FigureHead</name>
    <message>
        <source>95 % interval %1</source>
        <translation>95%区间%1</translation>
    </message>
    <message>
        <source>read it with: %1 %2</source>
        <comment>another figure and its value</comment>
        <translation>请对照：%1 %2</translation>
    </message>
    <message>
        <source>%1, version %2: %3</source>
        <comment>a definition&apos;s id, version and formula</comment>
        <translation>%1，第%2版：%3</translation>
    </message>
</context>
<context>
    <name>ow::ui::FigurePage</name>
    <message>
        <source>Counted</source>
        <translation>计入的</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>未计入的</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>前%n条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>共%n条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a member and how many</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ow::ui::FigureViews</name>
    <message>
        <source>1 Trend</source>
        <translation>1 趋势</translation>
    </message>
    <message>
        <source>2 Months</source>
        <translation>2 逐月</translation>
    </message>
    <message>
        <source>3 Compared</source>
        <translation>3 对比</translation>
    </message>
    <message>
        <source>4 Funnel</source>
        <translation>4 漏斗图</translation>
    </message>
    <message>
        <source>Compared by what</source>
        <translation>按什么对比</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>The months in numbers</source>
        <translation>逐月数据</translation>
    </message>
    <message>
        <source>Fewer than %1 earlier months: no control limits yet, and no arrow.</source>
        <translation>此前不足%1个月：尚不设控制限，也不标升降。</translation>
    </message>
    <message numerus="yes">
        <source>Band: control limits set by %n earlier month(s). Dashed: their centre. Dotted: the target. Diamond: a change that is not chance.</source>
        <translation>
            <numerusform>灰带：由此前%n个月确定的控制限。虚线：中心线。点线：目标。菱形：并非偶然的变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2. The same months stand in a table under 2.</source>
        <comment>a month and its value</comment>
        <translation>%1：%2。同样的数据见“2 逐月”的表格。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) are too small to be shown.</source>
        <translation>
            <numerusform>另有%n个因数量太少不显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ranked by the lower end of the interval; fewer than %1 are not ranked. Dashed: all together. Enter shows the cases.</source>
        <translation>按区间下限排名，不足%1件不排名。虚线：合计。按Enter看办件。</translation>
    </message>
    <message>
        <source>Each point is one member, further right the more were counted. Lines: 3 sigma; dashed: 2 sigma. A diamond outside is not chance.</source>
        <translation>每点为一个对象，越靠右数量越多。实线：3σ；虚线：2σ。线外的菱形并非偶然。</translation>
    </message>
    <message>
        <source>A funnel can be drawn of shares only.</source>
        <translation>只有比例类指标才有漏斗图。</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗图</translation>
    </message>
    <message>
        <source>The same members stand in a table under 3.</source>
        <translation>同样的数据见“3 对比”的表格。</translation>
    </message>
</context>
<context>
    <name>ow::ui::FindingsCard</name>
    <message>
        <source>What looks wrong in the ratings</source>
        <translation>评价核验疑点</translation>
    </message>
    <message>
        <source>%1 ratings looked at, nothing found.</source>
        <translation>已核验%1条评价，未发现疑点。</translation>
    </message>
    <message>
        <source>%1 ratings looked at. Each line is a question, not a verdict; Enter opens a case, pointing shows the ratings.</source>
        <translation>已核验%1条评价。每行是待核实的疑点，不是结论；按Enter打开办件，指向可见所涉评价。</translation>
    </message>
</context>
<context>
    <name>ow::ui::FindingsModel</name>
    <message>
        <source>Pad of window %1</source>
        <translation>%1号窗口评价器</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1号窗口</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>elsewhere %1 %</source>
        <translation>其他为%1%</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>time, level, case number</comment>
        <translation>%1:%2 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a column&apos;s heading and its value</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对照</translation>
    </message>
</context>
<context>
    <name>ow::ui::FormPage</name>
    <message>
        <source>%1 (F9 or Ctrl+Enter)</source>
        <comment>what the button does and its keys</comment>
        <translation>%1（F9 或 Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Draft kept, %1</source>
        <translation>草稿已保存，%1</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <comment>label of a field</comment>
        <translation>%1（选填）</translation>
    </message>
    <message>
        <source>This form was thrown away before. Register it only if you still need it.</source>
        <translation>此表单先前已被放弃。如仍需要，再登记。</translation>
    </message>
    <message>
        <source>This form had been registered before the program ended. Nothing was written twice.</source>
        <translation>此表单在程序退出前已登记，没有重复写入。</translation>
    </message>
</context>
<context>
    <name>ow::ui::FrontOffice</name>
    <message>
        <source>What was typed last is not on the disk yet. The window changes once it is.</source>
        <translation>最后录入的内容尚未写入磁盘，写入后再更改窗口。</translation>
    </message>
    <message>
        <source>This desk was closed by the centre: you are not on its staff any more, or the desk was shut out. What you had saved is kept.</source>
        <translation>中心已关闭此窗口：您已不在工作人员名单中，或此窗口已停用。您已保存的内容仍在。</translation>
    </message>
</context>
<context>
    <name>ow::ui::GroupModel</name>
    <message>
        <source>%1 and older</source>
        <translation>%1岁及以上</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>years of age</comment>
        <translation>%1至%2岁</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>apart from the others by more than chance</source>
        <translation>与其他各组之差超出偶然</translation>
    </message>
    <message>
        <source>Applicants</source>
        <translation>申请人</translation>
    </message>
</context>
<context>
    <name>ow::ui::HallsCard</name>
    <message>
        <source>Halls in these figures</source>
        <translation>纳入的大厅</translation>
    </message>
</context>
<context>
    <name>ow::ui::HallsModel</name>
    <message>
        <source>signed</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未签发</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>齐全</translation>
    </message>
    <message>
        <source>nothing of %1</source>
        <comment>months</comment>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月份</translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxFilterButton</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxFilters</name>
    <message>
        <source>All open</source>
        <translation>全部在办</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>My window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Nobody&apos;s yet</source>
        <translation>无人经办</translation>
    </message>
    <message>
        <source>Closed recently</source>
        <translation>近期办结</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxModel</name>
    <message>
        <source>Nobody&apos;s</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>办事人</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最近动态</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n conflict(s) or late work to settle</source>
        <translation>
            <numerusform>%1
有 %n 项冲突或迟到的操作待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxPage</name>
    <message>
        <source>No case here matches what you typed. Press Esc to see them all again.</source>
        <translation>没有符合输入内容的办件。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>You have no open case. Press T on a case in another list to take it.</source>
        <translation>您没有在办的办件。可在其他列表中按 T 接办。</translation>
    </message>
    <message>
        <source>No open case belongs to your window.</source>
        <translation>本窗口没有在办的办件。</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>今天没有到期的办件。</translation>
    </message>
    <message>
        <source>No case is getting close to its limit.</source>
        <translation>没有临近时限的办件。</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>没有超期的办件。</translation>
    </message>
    <message>
        <source>Every open case has an owner.</source>
        <translation>所有在办办件均已有经办人。</translation>
    </message>
    <message>
        <source>No case was closed in the last days.</source>
        <translation>近几天没有办结的办件。</translation>
    </message>
    <message>
        <source>No case is open. New cases appear here as soon as they are received.</source>
        <translation>没有在办的办件。新办件收件后会立即显示在这里。</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Filter this list  ( / )</source>
        <translation>筛选列表（/）</translation>
    </message>
    <message>
        <source>Reading the inbox …</source>
        <translation>正在读取收件箱…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln case(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>No case has a conflict or late work to settle.</source>
        <translation>没有办件存在待处理的冲突或迟到的操作。</translation>
    </message>
    <message>
        <source>Everything about every case is at the centre.</source>
        <translation>所有办件的一切都已在中心。</translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxPreview</name>
    <message>
        <source>Choose a case in the list to see what it is about.</source>
        <translation>在列表中选择办件以查看内容。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Due on %1.</source>
        <translation>%1到期。</translation>
    </message>
    <message>
        <source>No time limit is promised for this service.</source>
        <translation>该事项未设承诺办结时限。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>暂无记录。</translation>
    </message>
    <message numerus="yes">
        <source>◆ %n conflict(s) or late work to settle: F5</source>
        <translation>
            <numerusform>◆ 有 %n 项冲突或迟到的操作待处理：F5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::InboxTable</name>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
</context>
<context>
    <name>ow::ui::LinkRow</name>
    <message>
        <source>%1, %2</source>
        <comment>an entry and what tells it from others</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a light and the remaining time</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ow::ui::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>%1&apos;s work is kept as it was.</source>
        <translation>%1的工作内容原样保留。</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>&amp;Another clerk</source>
        <translation>切换人员(&amp;A)</translation>
    </message>
    <message>
        <source>Another clerk</source>
        <translation>切换人员</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>现在可以重试。</translation>
    </message>
</context>
<context>
    <name>ow::ui::MainWindow</name>
    <message>
        <source>OneWindow</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>&amp;Lock the screen	Ctrl+L</source>
        <translation>锁定屏幕(&amp;L)	Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Another clerk</source>
        <translation>切换人员(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keys	Ctrl+/</source>
        <translation>快捷键(&amp;K)	Ctrl+/</translation>
    </message>
    <message>
        <source>A&amp;bout OneWindow</source>
        <translation>关于一窗(&amp;B)</translation>
    </message>
    <message>
        <source>The unfinished text is kept: go on with it under “Citizens”.</source>
        <translation>未完成的内容已保留，可在“办事人”中继续。</translation>
    </message>
    <message>
        <source>“%1” is parked and stays as it is.</source>
        <translation>“%1”已挂起，内容原样保留。</translation>
    </message>
    <message>
        <source>There is nothing to accept here.</source>
        <translation>此处没有可受理或保存的内容。</translation>
    </message>
    <message>
        <source>OneWindow · locked</source>
        <translation>一窗 · 已锁定</translation>
    </message>
    <message>
        <source>What was typed last is not on the disk yet, so everything stays open. Again, and it goes without being kept.</source>
        <translation>最后录入的内容尚未写入磁盘，窗口暂不关闭。再操作一次将直接离开，这些内容不再保留。</translation>
    </message>
    <message>
        <source>&amp;Citizen&apos;s screen	Shift+F4</source>
        <translation>群众屏(&amp;C)	Shift+F4</translation>
    </message>
    <message>
        <source>Rate by &amp;receipt (kiosk)</source>
        <translation>凭条评价自助终端(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ow::ui::MovePanel</name>
    <message>
        <source>Finish this case on the spot: how does it end?</source>
        <translation>当场办结：办理结果是什么？</translation>
    </message>
    <message>
        <source>How is the case decided?</source>
        <translation>对此办件作出什么决定？</translation>
    </message>
    <message>
        <source>Why does the case go back, and what has to be put right?</source>
        <translation>为什么退件，需要补正什么？</translation>
    </message>
    <message>
        <source>Why was the application withdrawn?</source>
        <translation>为什么撤回申请？</translation>
    </message>
    <message>
        <source>Why is the case worked on again?</source>
        <translation>为什么重新办理？</translation>
    </message>
    <message>
        <source>How did the case end in its own system?</source>
        <translation>此办件在原系统中如何办结？</translation>
    </message>
    <message>
        <source>Save the decision</source>
        <translation>保存决定</translation>
    </message>
    <message>
        <source>Return the case</source>
        <translation>退件</translation>
    </message>
    <message>
        <source>Withdraw the case</source>
        <translation>撤件</translation>
    </message>
    <message>
        <source>Reopen the case</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Kept as a draft at %1</source>
        <translation>草稿已于%1保存</translation>
    </message>
    <message>
        <source>Reas&amp;on (needed)</source>
        <translation>原因（必填）(&amp;O)</translation>
    </message>
    <message>
        <source>Te&amp;xt of the decision, if any</source>
        <translation>决定内容（选填）(&amp;X)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Text of the decision</source>
        <translation>决定内容</translation>
    </message>
    <message>
        <source>Decide and close</source>
        <translation>决定并办结</translation>
    </message>
    <message>
        <source>Choose how the case ends first.</source>
        <translation>请先选择办理结果。</translation>
    </message>
    <message>
        <source>Write down the reason first.</source>
        <translation>请先写明原因。</translation>
    </message>
    <message>
        <source>F9 or Ctrl+Return</source>
        <translation>F9 或 Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ow::ui::NoteEditor</name>
    <message>
        <source>&amp;Save note</source>
        <translation>保存备注(&amp;S)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What was said, seen or agreed</source>
        <translation>沟通、查看或商定的内容</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Your unfinished note is back.</source>
        <translation>已恢复您未完成的备注。</translation>
    </message>
    <message>
        <source>Kept as a draft at %1</source>
        <translation>草稿已于%1保存</translation>
    </message>
</context>
<context>
    <name>ow::ui::Pad</name>
    <message>
        <source>Somebody is rating now. The citizen&apos;s screen stays where it is until they have finished.</source>
        <translation>正在评价中。评价结束前，群众屏保持不动。</translation>
    </message>
    <message>
        <source>The citizen&apos;s screen is not shown. Shift+F4 shows it.</source>
        <translation>群众屏没有显示，按 Shift+F4 显示。</translation>
    </message>
    <message>
        <source>Somebody is rating now.</source>
        <translation>正在评价中。</translation>
    </message>
    <message>
        <source>The citizen&apos;s screen is not ready yet.</source>
        <translation>群众屏尚未就绪。</translation>
    </message>
    <message>
        <source>The citizen says that the data are correct.</source>
        <translation>群众确认信息无误。</translation>
    </message>
    <message>
        <source>The citizen says that something in the data is wrong.</source>
        <translation>群众表示信息有误。</translation>
    </message>
    <message>
        <source>What the citizen answered could not be kept. %1</source>
        <translation>群众的评价未能保存。%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::PadWindow</name>
    <message>
        <source>Citizen&apos;s screen</source>
        <translation>群众屏</translation>
    </message>
</context>
<context>
    <name>ow::ui::PartyForm</name>
    <message>
        <source>New citizen or organisation</source>
        <translation>登记新的办事人或单位</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>主体类别</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Name, as on the paper</source>
        <translation>姓名或名称（与证件一致）</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>For example: so on the card, seen and compared</source>
        <translation>例如：证件如此，已当面核对</translation>
    </message>
    <message>
        <source>Why it is kept as it is</source>
        <translation>按原样保留的原因</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex, as on the paper</source>
        <translation>性别（与证件一致）</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Wishes to be reached by</source>
        <translation>希望的联系方式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What the next clerk must know</source>
        <translation>下一位窗口人员须知</translation>
    </message>
    <message>
        <source>New citizen</source>
        <translation>新办事人</translation>
    </message>
    <message>
        <source>Taken from the number.</source>
        <translation>取自号码。</translation>
    </message>
    <message>
        <source>There is no such day. Type year, month and day, as 1990-03-07.</source>
        <translation>没有这一天。请输入年、月、日，如 1990-03-07。</translation>
    </message>
    <message>
        <source>Registered. The profile is open.</source>
        <translation>已登记，档案已打开。</translation>
    </message>
</context>
<context>
    <name>ow::ui::PartyPicker</name>
    <message>
        <source>Name, pinyin, card number or phone</source>
        <translation>姓名、拼音、证件号码或电话</translation>
    </message>
    <message>
        <source>Nobody found. You can go on without, or register them first.</source>
        <translation>没有找到。可以不填继续，也可以先登记。</translation>
    </message>
</context>
<context>
    <name>ow::ui::PeriodChoice</name>
    <message>
        <source>Earlier (Page Up)</source>
        <translation>上一期（PgUp）</translation>
    </message>
    <message>
        <source>Later (Page Down)</source>
        <translation>下一期（PgDn）</translation>
    </message>
    <message>
        <source>Length of the period</source>
        <translation>统计周期</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>ow::ui::Picker</name>
    <message>
        <source>Suggestions: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an entry and what tells it from others</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ow::ui::ProfileHeader</name>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Service number</source>
        <translation>服务号码</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Weibo</source>
        <translation>微博</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Registered address</source>
        <translation>注册地址</translation>
    </message>
    <message>
        <source>Place of business</source>
        <translation>经营地址</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>通信地址</translation>
    </message>
    <message>
        <source>Way to reach them</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>%1 (fails its check)</source>
        <comment>a kind of number</comment>
        <translation>%1（未通过校验）</translation>
    </message>
    <message>
        <source>%1 (preferred)</source>
        <comment>a kind of number</comment>
        <translation>%1（首选）</translation>
    </message>
    <message>
        <source>New contact  C</source>
        <comment>with its key</comment>
        <translation>登记接触  C</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>登记接触</translation>
    </message>
    <message>
        <source>New case  N</source>
        <comment>with its key</comment>
        <translation>新建办件  N</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建办件</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Age (born %1)</source>
        <translation>年龄（%1年生）</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n岁</numerusform>
        </translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Latin name</source>
        <translation>拉丁字母姓名</translation>
    </message>
    <message>
        <source>Wishes to be reached by</source>
        <translation>希望的联系方式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办办件</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>接触记录</translation>
    </message>
    <message>
        <source>Correct data  E</source>
        <comment>with its key</comment>
        <translation>更正资料  E</translation>
    </message>
    <message>
        <source>Correct data</source>
        <translation>更正资料</translation>
    </message>
    <message>
        <source>Let them check  D</source>
        <comment>with its key</comment>
        <translation>请其核对  D</translation>
    </message>
    <message>
        <source>Let the citizen check the data on their screen</source>
        <translation>请群众在群众屏上核对信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>ow::ui::ProfilePage</name>
    <message>
        <source>1 Everything</source>
        <comment>with its key</comment>
        <translation>1 全部</translation>
    </message>
    <message>
        <source>2 Contacts</source>
        <comment>with its key</comment>
        <translation>2 接触记录</translation>
    </message>
    <message>
        <source>3 Cases</source>
        <comment>with its key</comment>
        <translation>3 办件</translation>
    </message>
    <message>
        <source>4 Ratings</source>
        <comment>with its key</comment>
        <translation>4 评价</translation>
    </message>
    <message>
        <source>What the story shows</source>
        <translation>经过的显示内容</translation>
    </message>
    <message>
        <source>Nothing of this kind is on record.</source>
        <translation>没有此类记录。</translation>
    </message>
    <message>
        <source>&amp;%1  %2</source>
        <comment>a digit key and the value that it reveals</comment>
        <translation>&amp;%1  %2</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>办事人</translation>
    </message>
</context>
<context>
    <name>ow::ui::ProfileSide</name>
    <message>
        <source>%1 · %2</source>
        <comment>a relation and its scope</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>%1到期</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>有效期至%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a relation and how long it holds</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>a relation, its scope, how long it holds</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办办件</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有在办办件。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number and state of a case</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>open cases</comment>
        <translation>
            <numerusform>另有%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Household, firms, agents</source>
        <translation>家庭、单位、代理</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>a power or guardianship</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Satisfaction given</source>
        <translation>满意度评价</translation>
    </message>
    <message>
        <source>Newest: %1</source>
        <translation>最近一次：%1</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when and who</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when and who, and why</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ow::ui::PurposeChooser</name>
    <message>
        <source>%1  %2</source>
        <comment>a digit key and the answer that it gives</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No case of theirs is open. Why do you need to see it (%1)? The look is recorded.</source>
        <translation>此人没有在办办件。查看%1的目的是什么？查看将被记录。</translation>
    </message>
</context>
<context>
    <name>ow::ui::Quadrant</name>
    <message>
        <source>Nothing of this is counted here yet.</source>
        <translation>这一组尚无数据。</translation>
    </message>
    <message>
        <source>%1 of 100 points</source>
        <translation>%1分（满分100）</translation>
    </message>
    <message>
        <source>%1 of 100 points, from %2 % of the weight</source>
        <translation>%1分（满分100），依据权重的%2%</translation>
    </message>
</context>
<context>
    <name>ow::ui::QuestionRow</name>
    <message>
        <source>%1. %2</source>
        <comment>number of a question, question</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a question and one of its answers</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 Answer: %2</source>
        <comment>a question</comment>
        <translation>%1 答：%2</translation>
    </message>
    <message>
        <source>%1 Not answered.</source>
        <comment>a question</comment>
        <translation>%1 未答。</translation>
    </message>
</context>
<context>
    <name>ow::ui::Rail</name>
    <message>
        <source>OneWindow</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Cases by their deadline</source>
        <translation>按时限排列的办件</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>办事人</translation>
    </message>
    <message>
        <source>Find a person, a firm or a case (Ctrl+K, F3)</source>
        <translation>查找人员、单位或办件（Ctrl+K、F3）</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建办件</translation>
    </message>
    <message>
        <source>Take in a case</source>
        <translation>收件并建立办件</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>登记接触</translation>
    </message>
    <message>
        <source>Write down a visit, a call or a letter</source>
        <translation>登记来访、来电或来信</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language, size, colours, passphrase</source>
        <translation>语言、大小、颜色、口令</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>当前位置</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>What waits for the centre and what is to settle (F5)</source>
        <translation>待发送的内容和待处理的冲突 (F5)</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>计分卡</translation>
    </message>
    <message>
        <source>Figures, and the cases behind each (Ctrl+B)</source>
        <translation>各项指标及其背后的办件（Ctrl+B）</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>差评核查</translation>
    </message>
    <message>
        <source>Bad ratings, and what became of them (Ctrl+R)</source>
        <translation>差评及其核查、整改、回访（Ctrl+R）</translation>
    </message>
    <message>
        <source>%1  %L2</source>
        <comment>place, how much waits there</comment>
        <translation>%1  %L2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln waiting</source>
        <comment>place</comment>
        <translation>
            <numerusform>%1：%Ln项待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>满意度调查</translation>
    </message>
    <message>
        <source>Rounds of questions, and what they came to (Ctrl+M)</source>
        <translation>各轮调查及其结果（Ctrl+M）</translation>
    </message>
    <message>
        <source>Live hall</source>
        <translation>大厅看板</translation>
    </message>
    <message>
        <source>Who waits, which window serves whom, and today so far (Ctrl+H)</source>
        <translation>谁在等、各窗口在办几号、今日情况（Ctrl+H）</translation>
    </message>
</context>
<context>
    <name>ow::ui::RatingFaces</name>
    <message>
        <source>Satisfaction given, newest first</source>
        <translation>满意度评价，最近的在前</translation>
    </message>
</context>
<context>
    <name>ow::ui::RatingRequest</name>
    <message>
        <source>Ask for a rating  F4</source>
        <comment>with its key</comment>
        <translation>请群众评价  F4</translation>
    </message>
    <message>
        <source>Ask for a rating</source>
        <translation>请群众评价</translation>
    </message>
    <message>
        <source>F4: the question appears on the citizen&apos;s screen</source>
        <translation>F4：在群众屏上显示评价问题</translation>
    </message>
    <message>
        <source>Being rated …</source>
        <translation>评价中……</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>of a rating</comment>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReceiptWindow</name>
    <message>
        <source>Receipt to rate by</source>
        <translation>评价凭条</translation>
    </message>
    <message>
        <source>Language of the receipt</source>
        <translation>凭条语言</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF …</source>
        <translation>另存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>保存凭条</translation>
    </message>
    <message>
        <source>Receipt written: %1</source>
        <translation>凭条已保存：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::RemarksCard</name>
    <message>
        <source>Comments and signature</source>
        <translation>批注与签发</translation>
    </message>
    <message>
        <source>Add the &amp;comment</source>
        <translation>添加批注(&amp;C)</translation>
    </message>
    <message>
        <source>Si&amp;gn the figures</source>
        <translation>签发(&amp;G)</translation>
    </message>
    <message>
        <source>Comment, or why it is signed once more</source>
        <translation>批注，或再次签发的原因</translation>
    </message>
    <message>
        <source>Add the comment</source>
        <translation>添加批注</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Sign the figures</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>when, who, what was said</comment>
        <translation>%1 %2:%3</translation>
    </message>
    <message>
        <source>Signed by %1 on %2, figures as of %3.</source>
        <comment>who, when, data cut-off</comment>
        <translation>%1 于 %2 签发，数据截至 %3。</translation>
    </message>
    <message>
        <source>%1: signed %2, now %3</source>
        <comment>a figure, two values</comment>
        <translation>%1：签发时 %2，现为 %3</translation>
    </message>
    <message>
        <source>Nothing has changed since.</source>
        <translation>签发后没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be signed when the period is over.</source>
        <translation>期末之后才能签发。</translation>
    </message>
    <message>
        <source>To sign once more, write down why.</source>
        <translation>再次签发须写明原因。</translation>
    </message>
    <message>
        <source>Signed: the figures stand.</source>
        <translation>已签发，数字已固定。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReportsCard</name>
    <message>
        <source>nothing stands there</source>
        <translation>此处为空</translation>
    </message>
    <message>
        <source>that is no such number or month</source>
        <translation>不是有效的数字或月份</translation>
    </message>
    <message>
        <source>that is above 0</source>
        <translation>应大于 0</translation>
    </message>
    <message>
        <source>nothing of that name is reported</source>
        <translation>没有此名称的上报项</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) taken in</source>
        <translation>
            <numerusform>已收入%n项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n said what is known</source>
        <translation>
            <numerusform>%n项与已有相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not taken in</source>
        <translation>
            <numerusform>%n行未收入</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <comment>number, column, what is wrong</comment>
        <translation>第%1行，%2：%3</translation>
    </message>
    <message>
        <source>The file has no column “%1”. It needs series, period and amount.</source>
        <translation>文件缺少“%1”列。需有 series、period、amount 三列。</translation>
    </message>
    <message>
        <source>Reported by departments</source>
        <translation>部门上报</translation>
    </message>
    <message>
        <source>Nothing is reported of this period.</source>
        <translation>本期尚无上报。</translation>
    </message>
    <message>
        <source>&amp;Report a figure</source>
        <translation>上报一项(&amp;R)</translation>
    </message>
    <message>
        <source>Take in a &amp;file …</source>
        <translation>收入文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Report a figure</source>
        <translation>上报一项</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>收入文件</translation>
    </message>
    <message>
        <source>CSV or XLSX with the columns series, period and amount</source>
        <translation>CSV 或 XLSX，含 series、period、amount 三列</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>部门(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>数额(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>占(&amp;O)</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>项目(&amp;W)</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what it is a part of, unit</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Of %1</source>
        <comment>a month</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>The figure is reported.</source>
        <translation>已上报。</translation>
    </message>
    <message>
        <source>That is what is known already.</source>
        <translation>与已有的相同。</translation>
    </message>
    <message>
        <source>What departments report</source>
        <translation>部门上报的数字</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>表格（%1）</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>所有文件（%1）</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReportsModel</name>
    <message>
        <source>typed in</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报数</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>占</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>By</source>
        <translation>上报人</translation>
    </message>
</context>
<context>
    <name>ow::ui::ResultPanel</name>
    <message>
        <source>Results of the round</source>
        <translation>本轮结果</translation>
    </message>
    <message>
        <source>%1: means count them as they stand, shares and distributions leave them out.</source>
        <translation>%1：均值照原样计入，比例和分布不计入。</translation>
    </message>
    <message>
        <source>95 % interval %1</source>
        <translation>95%区间%1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>拒访%1</translation>
    </message>
    <message>
        <source>not reached: %1</source>
        <translation>未接通%1</translation>
    </message>
    <message>
        <source>not heard of: %1</source>
        <translation>尚无答复%1</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <comment>questionnaire, when</comment>
        <translation>%1 · 截至%2</translation>
    </message>
    <message>
        <source>n %1</source>
        <comment>how many answered</comment>
        <translation>n %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number of a question, question</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>fewer than %1 answers: not shown</source>
        <translation>少于%1份答复，不显示</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>均值%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::RevealField</name>
    <message>
        <source>Reveal</source>
        <translation>查看明文</translation>
    </message>
    <message>
        <source>Reveal: %1</source>
        <translation>查看明文：%1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>隐藏：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReviewDelegate</name>
    <message>
        <source>%1 · %2</source>
        <comment>state, date</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>state, who has it, date</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReviewForm</name>
    <message>
        <source>Who looks into it?</source>
        <translation>由谁核实？</translation>
    </message>
    <message>
        <source>It is so: what was found?</source>
        <translation>情况属实：核实到什么？</translation>
    </message>
    <message>
        <source>It has no basis in law: what was found?</source>
        <translation>缺乏法定依据：核实到什么？</translation>
    </message>
    <message>
        <source>Mistaken or malicious: what was found?</source>
        <translation>误评或恶意差评：核实到什么？</translation>
    </message>
    <message>
        <source>The rating stands: why?</source>
        <translation>维持差评：理由？</translation>
    </message>
    <message>
        <source>The rating is void: why?</source>
        <translation>撤销差评：理由？</translation>
    </message>
    <message>
        <source>What was the citizen told?</source>
        <translation>向办事人反馈了什么？</translation>
    </message>
    <message>
        <source>How content is the citizen now?</source>
        <translation>办事人现在是否满意？</translation>
    </message>
    <message>
        <source>&amp;Decision (needed)</source>
        <translation>复核意见(&amp;D)（必填）</translation>
    </message>
    <message>
        <source>What the citizen was tol&amp;d (needed)</source>
        <translation>反馈内容(&amp;D)（必填）</translation>
    </message>
    <message>
        <source>What was sai&amp;d, or why nobody could be reached</source>
        <translation>回访记录，或未能联系上的原因(&amp;D)</translation>
    </message>
    <message>
        <source>What was foun&amp;d (needed)</source>
        <translation>核实情况(&amp;D)（必填）</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>File the appeal</source>
        <translation>提出申诉</translation>
    </message>
    <message>
        <source>Let the rating stand</source>
        <translation>维持差评</translation>
    </message>
    <message>
        <source>Void the rating</source>
        <translation>撤销差评</translation>
    </message>
    <message>
        <source>Save the reply</source>
        <translation>保存反馈</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who looks into it</source>
        <translation>核实人</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不办理</translation>
    </message>
    <message>
        <source>What was put righ&amp;t (needed)</source>
        <translation>整改措施(&amp;T)（必填）</translation>
    </message>
    <message>
        <source>Esc; what is typed is kept</source>
        <translation>Esc；所填内容会保留</translation>
    </message>
    <message>
        <source>Nobody could be reached</source>
        <translation>未能联系上</translation>
    </message>
    <message>
        <source>Kept as a draft at %1</source>
        <translation>草稿已于%1保存</translation>
    </message>
    <message>
        <source>Choose how content the citizen is, or that nobody could be reached.</source>
        <translation>请选择办事人的满意程度，或选择未能联系上。</translation>
    </message>
    <message>
        <source>Write down why nobody could be reached.</source>
        <translation>请写明未能联系上的原因。</translation>
    </message>
    <message>
        <source>Choose who looks into it.</source>
        <translation>请选择由谁核实。</translation>
    </message>
    <message>
        <source>%1 served the citizen: somebody else looks into it.</source>
        <translation>%1是当时的服务人员，须由他人核实。</translation>
    </message>
    <message>
        <source>Write down the decision.</source>
        <translation>请写明复核意见。</translation>
    </message>
    <message>
        <source>Write down what was put right.</source>
        <translation>请写明整改措施。</translation>
    </message>
    <message>
        <source>Write down what the citizen was told.</source>
        <translation>请写明反馈内容。</translation>
    </message>
    <message>
        <source>Write down what was found.</source>
        <translation>请写明核实情况。</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReviewList</name>
    <message>
        <source>Reviews of bad ratings</source>
        <translation>差评核查</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReviewSheet</name>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Rated on</source>
        <translation>评价时间</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>Open the case (Enter in the list)</source>
        <translation>打开办件（在列表中按 Enter）</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The citizen wrote</source>
        <translation>办事人留言</translation>
    </message>
    <message>
        <source>Open case %1</source>
        <translation>打开办件%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>window, hall</comment>
        <translation>%1号窗口，%2</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReviewSteps</name>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>%1: done, %2</source>
        <translation>%1：已完成，%2</translation>
    </message>
    <message>
        <source>%1: this is next</source>
        <translation>%1：下一步</translation>
    </message>
    <message>
        <source>%1: not reached</source>
        <translation>%1：尚未到达</translation>
    </message>
    <message>
        <source>Steps of the review</source>
        <translation>核查步骤</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReviewsPage</name>
    <message>
        <source>Open (1)</source>
        <comment>reviews</comment>
        <translation>未办结（1）</translation>
    </message>
    <message>
        <source>Mine (2)</source>
        <comment>reviews</comment>
        <translation>我的（2）</translation>
    </message>
    <message>
        <source>All (3)</source>
        <comment>reviews</comment>
        <translation>全部（3）</translation>
    </message>
    <message>
        <source>No bad rating is open.</source>
        <translation>没有未办结的差评。</translation>
    </message>
    <message>
        <source>No review is assigned to you.</source>
        <translation>没有指派给您的差评核查。</translation>
    </message>
    <message>
        <source>No bad rating has come in yet.</source>
        <translation>还没有收到差评。</translation>
    </message>
    <message>
        <source>Choose a review in the list to see what it is about.</source>
        <translation>在列表中选择一条差评，查看详情。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>差评核查</translation>
    </message>
    <message>
        <source>This rating is about no case.</source>
        <translation>此评价不涉及办件。</translation>
    </message>
</context>
<context>
    <name>ow::ui::ScorecardExporter</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Pages to print (PDF)</source>
        <translation>打印页（PDF）(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Workbook (XLSX)</source>
        <translation>工作簿（XLSX）(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Table (CSV)</source>
        <translation>表格（CSV）(&amp;T)</translation>
    </message>
    <message>
        <source>Export the scorecard</source>
        <translation>导出计分卡</translation>
    </message>
    <message>
        <source>scorecard %1 %2</source>
        <comment>name of a file: period, hall</comment>
        <translation>计分卡 %1 %2</translation>
    </message>
    <message>
        <source>The file before this one is still being written.</source>
        <translation>上一个文件还在写入。</translation>
    </message>
    <message numerus="yes">
        <source>Written and read back, %n row(s): %1</source>
        <translation>
            <numerusform>已写入并回读核对，共%n行：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written and read back, %n page(s): %1</source>
        <translation>
            <numerusform>已写入并回读核对，共%n页：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::ScorecardPage</name>
    <message>
        <source>Scorecard</source>
        <translation>计分卡</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Name, pinyin, ID number, phone or case number</source>
        <translation>姓名、拼音、证件号码、电话或办件编号</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>查找结果</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n条结果</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchResults</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Firms and organisations</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Nobody found: register “%1”</source>
        <translation>没有找到：登记“%1”</translation>
    </message>
    <message>
        <source>Ask the centre for “%1”  (Ctrl+Enter)</source>
        <translation>向中心查找“%1”（Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>ow::ui::ServicePicker</name>
    <message>
        <source>What is it about? Words, pinyin or a service code</source>
        <translation>要办什么？输入关键词、拼音或事项编码</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>department · limit</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No service has these words. Try fewer or other words.</source>
        <translation>没有符合的事项。请减少或更换关键词。</translation>
    </message>
</context>
<context>
    <name>ow::ui::SettingsPage</name>
    <message>
        <source>Language and appearance</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>size</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock after so many &amp;minutes without a key or the mouse</source>
        <translation>无操作多少分钟后锁定(&amp;M)</translation>
    </message>
    <message>
        <source>Locking hides everything and closes nothing.</source>
        <translation>锁定会隐藏所有内容，但不会关闭任何内容。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>&amp;Present passphrase</source>
        <translation>当前口令(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>新口令(&amp;N)</translation>
    </message>
    <message>
        <source>New passphrase a&amp;gain</source>
        <translation>再次输入新口令(&amp;G)</translation>
    </message>
    <message>
        <source>C&amp;hange passphrase (F9)</source>
        <translation>更改口令(&amp;H)（F9）</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>This is not the same as the line above.</source>
        <translation>与上一行不一致。</translation>
    </message>
    <message>
        <source>Your passphrase was changed. The old one no longer opens this store.</source>
        <translation>口令已更改，旧口令不能再打开此数据库。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Your passphrase is changed at the centre too, and it does not answer now. Nothing was changed.</source>
        <translation>口令需在中心同时更改，而中心现在没有应答。未作任何更改。</translation>
    </message>
    <message>
        <source>Citizen&apos;s screen</source>
        <translation>群众屏</translation>
    </message>
    <message>
        <source>&amp;Where citizens rate and check their data</source>
        <translation>群众评价和核对信息的屏幕(&amp;W)</translation>
    </message>
    <message>
        <source>For this computer. Without a second screen it is a window that you can move. Shift+F4 shows and hides it.</source>
        <translation>仅对本机有效。没有第二块屏幕时，显示为可移动的窗口。按 Shift+F4 显示或隐藏。</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>The second screen</source>
        <translation>第二块屏幕</translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <comment>a screen&apos;s name and size</comment>
        <translation>%1，%2 × %3</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>自助终端</translation>
    </message>
    <message>
        <source>Citizens may rate a&amp;t this desk by the code on their receipt</source>
        <translation>允许群众在本机凭条评价(&amp;T)</translation>
    </message>
    <message>
        <source>For this desk. A supervisor decides it here; then the kiosk is opened from the clerk&apos;s menu.</source>
        <translation>仅对本机有效。由值班长在本机决定，之后从人员菜单打开。</translation>
    </message>
</context>
<context>
    <name>ow::ui::SlipPanel</name>
    <message>
        <source>&amp;Code on the slip</source>
        <translation>答卷编码(&amp;C)</translation>
    </message>
    <message>
        <source>Save, and the next slip (Enter)</source>
        <translation>保存，下一份 (Enter)</translation>
    </message>
    <message>
        <source>Save, and go to the next slip</source>
        <translation>保存并转到下一份答卷</translation>
    </message>
    <message>
        <source>This round is over: no slip is taken any more.</source>
        <translation>本轮调查已结束，不再接收答卷。</translation>
    </message>
    <message>
        <source>The code of the slip is still needed.</source>
        <translation>还需填写答卷编码。</translation>
    </message>
    <message>
        <source>Nothing is answered yet.</source>
        <translation>还没有任何回答。</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are not answered. Enter once more saves it so.</source>
        <translation>
            <numerusform>还有%n题未答。再按一次Enter即照此保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>The slip is saved.</source>
        <translation>答卷已保存。</translation>
    </message>
</context>
<context>
    <name>ow::ui::SplitModel</name>
    <message>
        <source>Outside the funnel</source>
        <translation>漏斗线外</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a column&apos;s heading and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95%区间</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ow::ui::SplitTable</name>
    <message>
        <source>The figure, taken apart</source>
        <translation>指标对比</translation>
    </message>
</context>
<context>
    <name>ow::ui::StatusStrip</name>
    <message>
        <source>Window %1 · %2</source>
        <comment>window, hall</comment>
        <translation>%1号窗口 · %2</translation>
    </message>
    <message>
        <source>Clerk %1</source>
        <translation>窗口人员 %1</translation>
    </message>
    <message>
        <source>Read only: nothing can be written</source>
        <translation>只读：不能写入</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>全部已保存</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <comment>time of day</comment>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message numerus="yes">
        <source>◆ %Ln to settle</source>
        <translation>
            <numerusform>◆ %Ln 项待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::StepLine</name>
    <message>
        <source>Steps of the case</source>
        <translation>办件环节</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>%1: done, %2</source>
        <translation>%1：已完成，%2</translation>
    </message>
    <message>
        <source>%1: the case stands here</source>
        <translation>%1：当前环节</translation>
    </message>
    <message>
        <source>%1: not reached</source>
        <translation>%1：尚未到达</translation>
    </message>
    <message>
        <source>%1: the case ended here</source>
        <translation>%1：在此结束</translation>
    </message>
</context>
<context>
    <name>ow::ui::StoreBanner</name>
    <message>
        <source>The store can only be read now: everything can be looked up, nothing can be written. Ask your administrator about the disk.</source>
        <translation>数据库现在只能读取：可以查询，不能写入。请联系管理员检查磁盘。</translation>
    </message>
    <message>
        <source>The disk is full: nothing can be written now. What you type stays in the window and is kept as soon as there is room again. Do not close the window; tell your administrator.</source>
        <translation>磁盘已满，暂时不能写入。您录入的内容保留在窗口中，腾出空间后会自动保存。请勿关闭窗口，并联系管理员。</translation>
    </message>
    <message>
        <source>The store has become read-only: nothing can be written now. What you type stays in the window and is kept as soon as the store can be written again. Do not close the window; tell your administrator.</source>
        <translation>数据库变为只读，暂时不能写入。您录入的内容保留在窗口中，恢复可写后会自动保存。请勿关闭窗口，并联系管理员。</translation>
    </message>
    <message>
        <source>The disk does not answer as it should: nothing can be written now. What you type stays in the window and is kept as soon as the disk answers. Do not close the window; tell your administrator.</source>
        <translation>磁盘未能正常响应，暂时不能写入。您录入的内容保留在窗口中，磁盘恢复后会自动保存。请勿关闭窗口，并联系管理员。</translation>
    </message>
</context>
<context>
    <name>ow::ui::SurveyList</name>
    <message>
        <source>Survey rounds</source>
        <translation>满意度调查</translation>
    </message>
</context>
<context>
    <name>ow::ui::SurveyPanel</name>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>ow::ui::SurveySheet</name>
    <message>
        <source>Calls (1)</source>
        <translation>通话 (1)</translation>
    </message>
    <message>
        <source>Slips (2)</source>
        <translation>答卷 (2)</translation>
    </message>
    <message>
        <source>Results (3)</source>
        <translation>结果 (3)</translation>
    </message>
    <message>
        <source>Own words (4)</source>
        <translation>原话 (4)</translation>
    </message>
    <message>
        <source>Tasks (5)</source>
        <translation>任务 (5)</translation>
    </message>
    <message>
        <source>Slip codes (6)</source>
        <translation>编码 (6)</translation>
    </message>
    <message>
        <source>&amp;Close the round</source>
        <translation>关闭本轮(&amp;C)</translation>
    </message>
    <message>
        <source>Close the round</source>
        <translation>关闭本轮</translation>
    </message>
    <message>
        <source>Nobody is called in this round.</source>
        <translation>本轮不打电话。</translation>
    </message>
    <message>
        <source>This round has no slips.</source>
        <translation>本轮没有答卷。</translation>
    </message>
    <message>
        <source>drawn from %1 persons</source>
        <translation>从%1人中抽取</translation>
    </message>
    <message>
        <source>drawn elsewhere</source>
        <translation>在其他系统抽取</translation>
    </message>
    <message>
        <source>opened on %1</source>
        <translation>开始于%1</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>who opened a round</comment>
        <translation>发起人：%1</translation>
    </message>
    <message>
        <source>It is closed already.</source>
        <translation>本轮已经关闭。</translation>
    </message>
</context>
<context>
    <name>ow::ui::SurveysPage</name>
    <message>
        <source>Choose a round in the list.</source>
        <translation>请在列表中选择一轮。</translation>
    </message>
    <message>
        <source>New round (N)</source>
        <translation>新建一轮 (N)</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>新建一轮</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>满意度调查</translation>
    </message>
    <message>
        <source>No round has been drawn yet. N draws the first one.</source>
        <translation>还没有调查轮次。按N新建第一轮。</translation>
    </message>
    <message>
        <source>No round has been drawn yet.</source>
        <translation>还没有调查轮次。</translation>
    </message>
    <message>
        <source>No answer is taken in “%1” once it is closed. Once more, and it is closed.</source>
        <translation>“%1”关闭后不再接收答复。再按一次即关闭。</translation>
    </message>
    <message>
        <source>The round is closed.</source>
        <translation>本轮已关闭。</translation>
    </message>
</context>
<context>
    <name>ow::ui::SyncActions</name>
    <message>
        <source>Accept (A)</source>
        <translation>接受 (A)</translation>
    </message>
    <message>
        <source>Dismiss (D)</source>
        <translation>放弃 (D)</translation>
    </message>
    <message>
        <source>Show masked values (R)</source>
        <translation>查看明文 (R)</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>打开 (Enter)</translation>
    </message>
    <message>
        <source>Keep mine (%1)</source>
        <translation>采用我的 (%1)</translation>
    </message>
    <message>
        <source>Keep the system&apos;s (%1)</source>
        <translation>采用系统的 (%1)</translation>
    </message>
    <message>
        <source>Keep %2&apos;s (%1)</source>
        <comment>key, name</comment>
        <translation>采用%2的 (%1)</translation>
    </message>
</context>
<context>
    <name>ow::ui::SyncDelegate</name>
    <message>
        <source>Before</source>
        <comment>the value that rivals started from</comment>
        <translation>原值</translation>
    </message>
    <message>
        <source>Masked, these values look the same: R shows them.</source>
        <translation>脱敏后这些值看上去相同：按 R 查看明文。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, value now, value wanted</comment>
        <translation>%1：%2 → %3</translation>
    </message>
</context>
<context>
    <name>ow::ui::SyncList</name>
    <message>
        <source>What is to settle and what is on its way</source>
        <translation>待处理和待同步的内容</translation>
    </message>
</context>
<context>
    <name>ow::ui::SyncModel</name>
    <message>
        <source>Before: %1</source>
        <translation>原值：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::SyncPage</name>
    <message>
        <source>Sync now (S)</source>
        <translation>立即同步 (S)</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Go on (P)</source>
        <translation>继续 (P)</translation>
    </message>
    <message>
        <source>Pause (P)</source>
        <translation>暂停 (P)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Nothing is to be settled and nothing waits.</source>
        <translation>没有待处理的内容，也没有待发送的内容。</translation>
    </message>
    <message>
        <source>Settled. The value that you chose holds everywhere once it is sent.</source>
        <translation>已处理。您选择的值发送后处处生效。</translation>
    </message>
    <message>
        <source>Accepted: it is done now, in your name.</source>
        <translation>已接受：现已以您的名义办理。</translation>
    </message>
    <message>
        <source>Dismissed: everything stays as it is.</source>
        <translation>已放弃：一切保持原样。</translation>
    </message>
    <message>
        <source>Once this desk belongs to a centre, what waits for it and what is to settle stand here.</source>
        <translation>本席位加入中心后，待发送和待处理的内容会显示在这里。</translation>
    </message>
</context>
<context>
    <name>ow::ui::TargetCard</name>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Set a &amp;target</source>
        <translation>设定目标(&amp;T)</translation>
    </message>
    <message>
        <source>Set a target</source>
        <translation>设定目标</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>Tar&amp;get: 100 points</source>
        <translation>目标值（100分，&amp;G）</translation>
    </message>
    <message>
        <source>&amp;Floor: 0 points</source>
        <translation>底线值（0分，&amp;F）</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>Back to the &amp;register&apos;s</source>
        <translation>恢复登记册的目标(&amp;R)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Save the target</source>
        <translation>保存目标</translation>
    </message>
    <message>
        <source>100 points at %1, none at %2.</source>
        <translation>%1 得100分，%2 得0分。</translation>
    </message>
    <message>
        <source>No target: the figure is not judged.</source>
        <translation>未设目标，不作评判。</translation>
    </message>
    <message>
        <source>From %1: target %2, floor %3 (%4)</source>
        <comment>month, two numbers, who</comment>
        <translation>自%1：目标 %2，底线 %3（%4）</translation>
    </message>
    <message>
        <source>From %1: the register&apos;s (%2)</source>
        <comment>month, who</comment>
        <translation>自%1：按登记册（%2）</translation>
    </message>
    <message>
        <source>Both are numbers.</source>
        <translation>两项都须是数字。</translation>
    </message>
    <message>
        <source>Higher is better here: the target is above the floor.</source>
        <translation>此项越高越好，目标应高于底线。</translation>
    </message>
    <message>
        <source>Lower is better here: the target is below the floor.</source>
        <translation>此项越低越好，目标应低于底线。</translation>
    </message>
    <message>
        <source>Counts from %1 on.</source>
        <translation>自%1起计。</translation>
    </message>
    <message>
        <source>100 points within %1, none at %2 or %3. The register alone sets a band.</source>
        <translation>%1 之间满分，到 %2 或 %3 为零分。区间只由指标库设定。</translation>
    </message>
</context>
<context>
    <name>ow::ui::TaskPanel</name>
    <message>
        <source>Which tasks</source>
        <translation>哪些任务</translation>
    </message>
    <message>
        <source>Tasks of the round</source>
        <translation>本轮任务</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>tasks</comment>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>tasks</comment>
        <translation>我的</translation>
    </message>
    <message>
        <source>All</source>
        <comment>tasks</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>What ca&amp;me of it (needed)</source>
        <translation>处理结果(&amp;M)（必填）</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The task is done</source>
        <translation>任务完成</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Kept as a draft at %1</source>
        <translation>草稿已于%1保存</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n份答复</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>尚无人负责</translation>
    </message>
    <message>
        <source>✓ done on %1</source>
        <translation>✓ 已于%1完成</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ 已完成</translation>
    </message>
    <message>
        <source>▲ overdue since %1</source>
        <translation>▲ 自%1起逾期</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>期限%1</translation>
    </message>
    <message>
        <source>No task of this round is yours.</source>
        <translation>本轮没有您的任务。</translation>
    </message>
    <message>
        <source>No task of this round is here.</source>
        <translation>本轮没有任务。</translation>
    </message>
    <message>
        <source>It was said: %1</source>
        <translation>原话：%1</translation>
    </message>
    <message>
        <source>What came of it: %1</source>
        <translation>处理结果：%1</translation>
    </message>
    <message>
        <source>Write down what came of it.</source>
        <translation>请写明处理结果。</translation>
    </message>
    <message>
        <source>The task is done.</source>
        <translation>任务已完成。</translation>
    </message>
</context>
<context>
    <name>ow::ui::TicketCard</name>
    <message>
        <source>Numbers</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>字母(&amp;L)</translation>
    </message>
    <message>
        <source>Na&amp;me of the queue</source>
        <translation>队列名称(&amp;M)</translation>
    </message>
    <message>
        <source>Give a &amp;number (Enter)</source>
        <translation>取号(&amp;N)（回车）</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Who comes</source>
        <translation>来人(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Number that is given back</source>
        <translation>退回的号</translation>
    </message>
    <message>
        <source>Give &amp;back</source>
        <translation>退号(&amp;B)</translation>
    </message>
    <message>
        <source>The number is not called any more</source>
        <translation>退回后不再叫此号</translation>
    </message>
    <message>
        <source>Another queue …</source>
        <translation>另一队列…</translation>
    </message>
    <message>
        <source>A queue has a letter, A to Z.</source>
        <translation>队列以一个字母表示，A 至 Z。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>queue, who comes</comment>
        <translation>%1,%2</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>%1 号</translation>
    </message>
    <message>
        <source>%1 is given back and is not called.</source>
        <translation>%1 已退回，不再叫号。</translation>
    </message>
</context>
<context>
    <name>ow::ui::TimelineView</name>
    <message>
        <source>Timeline, newest first</source>
        <translation>经过，最近的在前</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>暂无记录。</translation>
    </message>
</context>
<context>
    <name>ow::ui::TreatmentCard</name>
    <message>
        <source>By kind of applicant</source>
        <translation>按申请人类型</translation>
    </message>
    <message>
        <source>By age</source>
        <translation>按年龄</translation>
    </message>
    <message>
        <source>By sex</source>
        <translation>按性别</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>按语言</translation>
    </message>
    <message>
        <source>By grid</source>
        <translation>按网格</translation>
    </message>
    <message>
        <source>Equal treatment</source>
        <translation>同等对待</translation>
    </message>
    <message>
        <source>Compare the &amp;groups</source>
        <translation>比较各类申请人(&amp;G)</translation>
    </message>
    <message>
        <source>Compare the groups</source>
        <translation>比较各类申请人</translation>
    </message>
    <message>
        <source>Q</source>
        <translation>Q</translation>
    </message>
    <message>
        <source>How long citizens wait, how often they are refused and how they rate, by group and by grid.</source>
        <translation>各类申请人、各网格的群众等多久、被退件或不予许可的比例、如何评价。</translation>
    </message>
    <message>
        <source>Lines: 95 % intervals; dashed: all together; ◆: apart from all others by more than chance. A difference is a question, not a verdict: groups apply for different things. Fewer than five are not shown.</source>
        <translation>横线：95% 区间；虚线：全部；◆：与其他各组之差超出偶然。差异是问题而非结论：各类申请人所办事项不同。少于5人的不显示。</translation>
    </message>
</context>
<context>
    <name>ow::ui::TrendModel</name>
    <message>
        <source>%1: %2</source>
        <comment>a column&apos;s heading and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>控制下限</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心线</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>控制上限</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
</context>
<context>
    <name>ow::ui::UnlockWindow</name>
    <message>
        <source>%1 · %2</source>
        <comment>clerk&apos;s name · login</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>OneWindow</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>No store here yet</source>
        <translation>此处尚无数据库</translation>
    </message>
    <message>
        <source>The store&apos;s key ring is missing</source>
        <translation>缺少数据库的密钥文件</translation>
    </message>
    <message>
        <source>The key ring belongs to another store</source>
        <translation>密钥文件属于另一个数据库</translation>
    </message>
    <message>
        <source>The store is open elsewhere</source>
        <translation>数据库正在别处使用</translation>
    </message>
    <message>
        <source>The store is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>This program is too old for the store</source>
        <translation>程序版本低于数据库</translation>
    </message>
    <message>
        <source>The store is too old for this program</source>
        <translation>数据库版本过旧</translation>
    </message>
    <message>
        <source>The store cannot be opened</source>
        <translation>无法打开数据库</translation>
    </message>
    <message>
        <source>Who works at this window?</source>
        <translation>请选择窗口人员</translation>
    </message>
    <message>
        <source>&amp;Clerk</source>
        <translation>窗口人员(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Unlocking the store</source>
        <translation>正在解锁数据库</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>现在可以重试。</translation>
    </message>
    <message>
        <source>The centre does not answer, and this login needs it. Whoever worked here lately can unlock without.</source>
        <translation>中心没有应答，而这次登录需要它。最近在此工作过的人员无需中心即可解锁。</translation>
    </message>
    <message>
        <source>The centre does not know this login with that passphrase.</source>
        <translation>中心没有与此登录名和口令相符的人员。</translation>
    </message>
    <message>
        <source>You are not on the staff of this hall. Please ask your administrator.</source>
        <translation>您不在本大厅的工作人员名单中，请联系管理员。</translation>
    </message>
    <message>
        <source>This desk has not been in touch with the centre since it was set up. Please ask your administrator.</source>
        <translation>此窗口自设立以来尚未与中心联系，请联系管理员。</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>新口令(&amp;N)</translation>
    </message>
    <message>
        <source>New passphrase &amp;again</source>
        <translation>再次输入新口令(&amp;A)</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>其他人员…</translation>
    </message>
    <message>
        <source>Welcome. The passphrase that you were given is for this once; please choose one of your own.</source>
        <translation>欢迎。发给您的口令只能用这一次，请选一个自己的口令。</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>两次输入的新口令不一致。</translation>
    </message>
</context>
<context>
    <name>ow::ui::VisitTabs</name>
    <message>
        <source>Open visits</source>
        <translation>已打开的接待</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <comment>tab&apos;s title, its key</comment>
        <translation>%1（Ctrl+%2）</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭%1</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>关闭（Ctrl+W）</translation>
    </message>
</context>
<context>
    <name>ow::ui::WindowStrip</name>
    <message>
        <source>%1 was called at window %2 first. F12 calls the next.</source>
        <translation>%1已先被%2号窗口叫走。按 F12 呼叫下一号。</translation>
    </message>
    <message>
        <source>Nobody is called here.</source>
        <translation>本窗口未叫号。</translation>
    </message>
    <message>
        <source>serving for %1</source>
        <translation>办理 %1</translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s)</source>
        <translation>
            <numerusform>已叫%n次</numerusform>
        </translation>
    </message>
    <message>
        <source>Call next  F12</source>
        <translation>呼叫下一位  F12</translation>
    </message>
    <message>
        <source>Calls the next number to this window (F12)</source>
        <translation>呼叫下一号到本窗口（F12）</translation>
    </message>
    <message>
        <source>Arrived  Shift+F12</source>
        <translation>已到窗口  Shift+F12</translation>
    </message>
    <message>
        <source>No-show  Ctrl+G</source>
        <translation>过号  Ctrl+G</translation>
    </message>
    <message>
        <source>Transfer …</source>
        <translation>转号 …</translation>
    </message>
    <message>
        <source>Transfer to another queue</source>
        <translation>转到另一队列</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting · %1</source>
        <comment>people, the longest wait</comment>
        <translation>
            <numerusform>%Ln人等候 · 最久 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>无人等候</translation>
    </message>
    <message>
        <source>Call again  F12</source>
        <translation>再叫一次  F12</translation>
    </message>
    <message>
        <source>Done, call next  F12</source>
        <translation>办结并叫下一位  F12</translation>
    </message>
    <message>
        <source>Done  Shift+F12</source>
        <translation>办结  Shift+F12</translation>
    </message>
    <message>
        <source>After three calls</source>
        <translation>叫满三次后</translation>
    </message>
    <message>
        <source>%1 is called again.</source>
        <translation>再次呼叫%1。</translation>
    </message>
    <message>
        <source>%1 is called to window %2.</source>
        <translation>请%1到%2号窗口。</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>无人等候。</translation>
    </message>
    <message>
        <source>%1 is done.</source>
        <translation>%1已办结。</translation>
    </message>
    <message>
        <source>%1 is at the window.</source>
        <translation>%1已到窗口。</translation>
    </message>
    <message>
        <source>%1 did not come. F12 calls the next.</source>
        <translation>%1过号。按 F12 呼叫下一号。</translation>
    </message>
    <message>
        <source>%1 waits in queue %2 now.</source>
        <translation>%1已转到%2队列等候。</translation>
    </message>
</context>
</TS>
