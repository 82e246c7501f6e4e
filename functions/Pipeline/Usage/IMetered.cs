namespace SoraFunctions.Pipeline.Usage;

/// <summary>The result of a stage that says what it took.</summary>
internal interface IMetered
{
    /// <summary>What it took; null where that was not measured, as in results that are older than the ledger.</summary>
    StageWork? Work { get; }
}
