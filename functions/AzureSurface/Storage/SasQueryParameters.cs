namespace Azure.Storage.Sas;

public class SasQueryParameters;
