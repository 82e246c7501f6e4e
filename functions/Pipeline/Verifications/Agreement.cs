namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Two things that were found, side by side.</summary>
/// <param name="Kind">How they relate.</param>
public sealed record Agreement(AgreementKind Kind)
{
    /// <summary>Whether they say the same.</summary>
    public bool Agree => Kind is AgreementKind.NamedMarkFound or AgreementKind.LabelSupported or AgreementKind.LikenessFitsMark or AgreementKind.MarkRecorded;

    /// <summary>The relation in a sentence: in Chinese where the tag begins with zh, in English everywhere else.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public string Words(string language)
    {
        var (english, chinese) = Kind switch
        {
            AgreementKind.NamedMarkFound => (
                "The picture carries the watermark that the manifest names.", "画面带有来源声明所指的水印。"),
            AgreementKind.NamedMarkAbsent => (
                "The manifest names a watermark, and none was found in the picture: it may be too small or too much compressed, or not the picture that was signed.",
                "来源声明指明了水印，但画面中没有发现：画面可能过小、压缩过度，或并非当时签署的画面。"),
            AgreementKind.OtherMarkFound => (
                "The picture carries another watermark than the manifest names: manifest and picture come from different videos.",
                "画面中的水印与来源声明所指的不同：声明与画面来自不同的视频。"),
            AgreementKind.LabelSupported => ("Label and manifest both say that a computer made it.", "标识与来源声明都说明由计算机制作。"),
            AgreementKind.LabelUnsupported => ("The label says that AI made it, and the manifest does not.", "标识称由人工智能生成，来源声明却没有这样说。"),
            AgreementKind.MarkUnderForeignSignature => (
                "The picture carries the mark of this service, and somebody else signed the file.", "画面带有本服务的水印，文件却由他方签署。"),
            AgreementKind.LikenessFitsMark => ("The pictures look like those of the video whose watermark they carry.", "画面与其水印所属的视频相似。"),
            AgreementKind.LikenessContradictsMark => (
                "The pictures look like another video than the one whose watermark they carry: the mark may have been moved.", "画面与水印所属视频之外的另一视频相似：水印可能被移植。"),
            AgreementKind.LikenessUnderForeignSignature => (
                "The pictures look like a video that was made here, and somebody else signed the file.", "画面与本服务制作的视频相似，文件却由他方签署。"),
            AgreementKind.MarkRecorded => ("The watermark belongs to a video that was made here.", "该水印属于由本服务制作的视频。"),
            _ => (
                "The watermark was made with the key of this service, and no video is known that carries it.", "该水印由本服务的密钥生成，但没有已知的视频带有它。"),
        };
        return language.Split('-', '_')[0].Equals("zh", StringComparison.OrdinalIgnoreCase) ? chinese : english;
    }
}
