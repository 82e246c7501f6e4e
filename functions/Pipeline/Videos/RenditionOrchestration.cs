using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>One rendition: a render per shot, side by side, then cut, then provenance.</summary>
public static class RenditionOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<RenditionOrder, RenditionResult> Definition { get; } = new("Rendition");

    /// <summary>Its id.</summary>
    /// <param name="videoId">Of which video.</param>
    /// <param name="channel">For which channel.</param>
    public static string InstanceOf(string videoId, string channel) => $"{videoId}.{channel}";

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">What to make.</param>
    public static Task<RenditionResult> Run(IOrchestrationContext context, RenditionOrder order) =>
        Run(context, order, cut => cut.Files.Where(file => file.Key != OutputNames.Video).ToDictionary());

    /// <summary>Its code in version 1 of the catalog, which signed the video and none of what goes with it.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">What to make.</param>
    public static Task<RenditionResult> RunSigningVideoAlone(IOrchestrationContext context, RenditionOrder order) =>
        Run(context, order, _ => null);

    private static async Task<RenditionResult> Run(
        IOrchestrationContext context, RenditionOrder order, Func<CutFiles, IReadOnlyDictionary<string, BlobRef>?> signedToo)
    {
        Step<T> For<T>(T what) => new(order.Tenant, order.VideoId, what, 1.0 / order.Count);

        var plan = await context.Call(
            PlanShots.Definition, For(new PlanOrder(order.Request, order.Storyboard, order.Channel, order.Filmed)), RetryPolicy.Standard);
        (plan, var clips, var fallen) = await RenderedShots.Of(context, order, plan);
        var cut = await context.Call(
            CutVideo.Definition,
            For(new CutStepOrder(
                order.Request,
                order.Storyboard,
                order.Channel,
                [.. clips.Select(clip => new ClipAssets(clip.Picture, clip.Log))],
                order.VideoId,
                order.Link)),
            RetryPolicy.Standard);
        var stamped = await context.Call(
            StampProvenance.Definition,
            For(new StampOrder(cut.Files[OutputNames.Video], $"{order.VideoId}/{order.Channel}", plan.Origin)
            {
                Others = signedToo(cut),
            }),
            RetryPolicy.Standard);
        await context.Call(
            RegisterRendition.Definition,
            For(new RegisterOrder(order.Channel, order.Storyboard, cut.Files, stamped)),
            RetryPolicy.Standard);
        return new RenditionResult(order.Channel, [.. plan.Warnings ?? [], .. fallen, .. clips.SelectMany(clip => clip.Warnings), .. cut.Warnings]);
    }
}
