W2870asian
f i BC-AR--Marlow-Ferry     03-14 0149
^BC-AR--Marlow-Ferry,149<
^Marlow keeps its ferry after long night of talks<
^AP Photo ABC101<
^Eds: With AP Photos.<
^By ADA LUND=
^Associated Press=
	   MARLOW, Arvania (AP) _ The council voted Tuesday to keep the old ferry.
 
	   ``It leaks,'' harbor master Eve Stone said.
 
	   ___
 
	   Associated Press writer Tom Reller in Ostheim contributed to this report.
 

	   AP-WF-03-14-24 1509GMT<


