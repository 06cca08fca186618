namespace Acervo.Platform.Editorial.Asking;

/// <summary>Configuration section <c>Editorial:Inquiries</c>: how much people from outside may write, and how long it is kept who they are.</summary>
public sealed class InquirySettings
{
    /// <summary>From one network address in the minutes that tries are counted over; a whole office may stand behind one.</summary>
    public int PerConnection { get; set; } = 10;

    /// <summary>With one mail address in a day.</summary>
    public int PerEmailDay { get; set; } = 5;

    /// <summary>About one publication in a day.</summary>
    public int PerPublicationDay { get; set; } = 30;

    /// <summary>About all of them in a day.</summary>
    public int PerSiteDay { get; set; } = 300;

    /// <summary>Days after which name and mail address go, and the text of a question.</summary>
    public int KeepDays { get; set; } = 90;

    public static InquirySettings Of(IConfiguration configuration) =>
        configuration.GetSection("Editorial:Inquiries").Get<InquirySettings>() ?? new InquirySettings();
}
