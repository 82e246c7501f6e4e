using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>What goes through the service and makes no one wait before its limit is reached.</summary>
/// <param name="Name">What.</param>
/// <param name="PerVideo">How much of it a video causes.</param>
/// <param name="Limit">How much a second is the limit; null for none.</param>
internal sealed record Flow(string Name, double PerVideo, double? Limit)
{
    /// <summary>Rows of a video beside its files: the video, its link, its commerce.json, the idempotency key.</summary>
    private const int Once = 4;

    /// <summary>The flows of a video.</summary>
    /// <param name="options">Which deployment.</param>
    /// <param name="measured">What a video costs.</param>
    /// <param name="model">Its graph.</param>
    /// <param name="seconds">From request to video: clients ask how far it is meanwhile.</param>
    public static IReadOnlyList<Flow> Of(ScaleOptions options, Measured measured, ServiceModel model, double seconds)
    {
        var files = measured.Stages[RegisterRendition.Definition.Name].DatabaseWrites;
        var kept = measured.Stages.Values.Sum(stage => (double)stage.BytesStored) * model.Longer;
        var questions = Figures.Polls(seconds);
        return
        [
            new("orchestration actions", model.Actions, null),
            new("status questions of clients", questions, options.Instances / Figures.PollCpuSeconds),
            new("database rows kept", Once + (files * options.Channels.Count) + options.Webhooks, null),
            new("database statements", model.Statements + (Figures.PollStatements * questions), options.DatabaseCores / Figures.StatementSeconds),
            new("blob requests", model.BlobRequests, Figures.BlobRequests),
            new("moderation questions", model.Judgements.Values.Sum(), null),
            new("bytes stored", kept, null),
            new("bytes out, each video fetched once", measured.VideoBytes * model.Longer, Figures.BlobEgress / 8),
        ];
    }
}
