namespace SoraFunctions.Provenance.Stamping;

/// <summary>What others may do with the video as data (assertion cawg.training-mining, CAWG 1.1).</summary>
/// <param name="GenerativeTraining">Training generative models.</param>
/// <param name="Training">Training other models.</param>
/// <param name="Inference">Input to a trained model.</param>
/// <param name="DataMining">Text and data mining.</param>
public sealed record TrainingMiningPolicy(DataUse GenerativeTraining, DataUse Training, DataUse Inference, DataUse DataMining)
{
    /// <summary>The conditions of constrained uses; must be given when there is one.</summary>
    public string? Constraint { get; init; }

    internal DataUse[] Uses => [GenerativeTraining, Training, Inference, DataMining];

    /// <summary>Everything is forbidden.</summary>
    public static TrainingMiningPolicy NothingAllowed { get; } =
        new(DataUse.NotAllowed, DataUse.NotAllowed, DataUse.NotAllowed, DataUse.NotAllowed);

    /// <summary>Everything is permitted.</summary>
    public static TrainingMiningPolicy EverythingAllowed { get; } =
        new(DataUse.Allowed, DataUse.Allowed, DataUse.Allowed, DataUse.Allowed);
}
