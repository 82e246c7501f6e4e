namespace SoraFunctions.Fuzz.Targets;

/// <summary>Something that must bear any bytes.</summary>
/// <param name="Name">A word for the command line.</param>
/// <param name="Corpus">Good inputs.</param>
/// <param name="Run">Takes the bytes. An exception that it is not documented to throw is a finding.</param>
/// <param name="Refusals">Exceptions that it is documented to throw.</param>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Corpus, Action<byte[]> Run, params IReadOnlyList<Type> Refusals);
