namespace SoraFunctions.Fuzz;

/// <summary>An execution that broke a promise.</summary>
/// <param name="Target">What was run.</param>
/// <param name="Problem">What it did.</param>
/// <param name="Input">On what.</param>
internal sealed record Finding(string Target, string Problem, byte[] Input);
