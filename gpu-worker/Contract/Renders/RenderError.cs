namespace SoraFunctions.Contract.Renders;

/// <summary>Why a job failed.</summary>
/// <param name="Code">
/// Stable word: <c>bad_order</c>, <c>bad_asset</c>, <c>bad_cut</c>, <c>missing_asset</c>, <c>no_engine</c>, <c>out_of_space</c>, <c>busy</c>,
/// <c>cancelled</c>, <c>unauthorized</c>, <c>time_limit</c>, <c>out_of_memory</c>, <c>quarantined</c>, <c>store_unavailable</c> or
/// <c>internal</c>.
/// </param>
/// <param name="Message">What went wrong and what would be accepted.</param>
/// <param name="Transient">Whether the same job may succeed when asked again.</param>
public sealed record RenderError(string Code, string Message, bool Transient);
